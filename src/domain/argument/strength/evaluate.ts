/**
 * One modular evaluation for every semantics (clinical foundation 3.1): parts without a cycle in one pass, a cycle by
 * damped iteration `x <- x + 0.1 * (f(x) - x)` until it settles or gives up. With earlier values at hand only what
 * depends on a changed unit is evaluated again.
 */
import type { CompiledGraph, Link } from "./compiled-graph.ts";
import type { Component } from "./components.ts";
import type { StrengthRule } from "./options.ts";

/** Clinical foundation 3.1. */
const DAMPING = 0.1;
const SETTLED_BELOW = 1e-6;
const MOST_STEPS = 5000;
/**
 * Links read for one cycle, so that thousands of nodes in one cycle end in a fraction of a second. A cycle that settles
 * at all does so within a few hundred steps, which 5,000 nodes are still given.
 */
const MOST_READS = 5_000_000;
/** Clinical foundation 3.3, last paragraph: 1, 0.5, 0.25 and so on inside a cluster. */
const CLUSTER_DISCOUNT = 0.5;

export type Evaluation = {
  /** One value per unit. */
  readonly values: Float64Array;
  /** Units of cycles that did not settle. */
  readonly unsettled: ReadonlySet<number>;
  /** Units whose value was computed in this call. */
  readonly evaluated: number;
  /** Links read, iterations included: the measure for work budgets. */
  readonly work: number;
};

/** Earlier values for the same numbering, and the units where something changed. */
export type Reuse = {
  readonly values: Float64Array;
  readonly unsettled: ReadonlySet<number>;
  readonly changed: Iterable<number>;
};

type Pass = {
  readonly compiled: CompiledGraph;
  readonly rule: StrengthRule;
  readonly removed: ReadonlySet<number>;
  readonly values: Float64Array;
  readonly unsettled: Set<number>;
  readonly supports: number[];
  readonly attacks: number[];
};

const NOTHING: ReadonlySet<number> = new Set();

/** Values of all units. Removed nodes count as strength 0: they contribute nothing under any of the semantics. */
export function evaluate(
  compiled: CompiledGraph,
  rule: StrengthRule,
  removed: ReadonlySet<number> = NOTHING,
  reuse?: Reuse,
): Evaluation {
  const { components, readers } = compiled;
  const values = reuse === undefined ? new Float64Array(compiled.start.length) : reuse.values.slice();
  const unsettled = new Set(reuse?.unsettled);
  const pending = pendingComponents(compiled, reuse);
  const pass: Pass = { compiled, rule, removed, values, unsettled, supports: [], attacks: [] };
  let evaluated = 0;
  let work = 0;
  for (const [index, component] of components.entries()) {
    if (pending[index] !== 1) continue;
    const before = component.units.map((unit) => values[unit]);
    for (const unit of component.units) unsettled.delete(unit);
    const steps = component.cyclic ? iterate(component, pass) : once(component, pass);
    evaluated += component.units.length;
    for (const [place, unit] of component.units.entries()) {
      work += steps * (1 + (compiled.incoming[unit]?.length ?? 0));
      if (values[unit] === before[place]) continue;
      for (const reader of readers[unit] ?? []) pending[reader] = 1;
    }
  }
  return { values, unsettled, evaluated, work };
}

function pendingComponents(compiled: CompiledGraph, reuse: Reuse | undefined): Uint8Array {
  const pending = new Uint8Array(compiled.components.length);
  if (reuse === undefined) return pending.fill(1);
  for (const unit of reuse.changed) pending[compiled.componentOf[unit] ?? 0] = 1;
  return pending;
}

function once(component: Component, pass: Pass): number {
  for (const unit of component.units) pass.values[unit] = unitValue(unit, pass);
  return 1;
}

function iterate(component: Component, pass: Pass): number {
  const { units } = component;
  for (const unit of units) pass.values[unit] = pass.removed.has(unit) ? 0 : (pass.compiled.start[unit] ?? 0);
  const next = new Float64Array(units.length);
  const reads = units.reduce((sum, unit) => sum + 1 + (pass.compiled.incoming[unit]?.length ?? 0), 0);
  const mostSteps = Math.min(MOST_STEPS, Math.ceil(MOST_READS / reads));
  for (let step = 1; step <= mostSteps; step += 1) {
    let largest = 0;
    for (const [index, unit] of units.entries()) {
      const now = pass.values[unit] ?? 0;
      const move = DAMPING * (unitValue(unit, pass) - now);
      next[index] = now + move;
      largest = Math.max(largest, Math.abs(move));
    }
    for (const [index, unit] of units.entries()) pass.values[unit] = next[index] ?? 0;
    if (largest < SETTLED_BELOW) return step;
  }
  for (const unit of units) pass.unsettled.add(unit);
  return mostSteps;
}

function unitValue(unit: number, pass: Pass): number {
  if (pass.removed.has(unit)) return 0;
  const { compiled, rule, supports, attacks } = pass;
  const links = compiled.incoming[unit] ?? [];
  const start = compiled.start[unit] ?? 0;
  if (unit >= compiled.nodeIds.length) return start * (1 - strongestUndercut(links, pass.values));
  supports.length = 0;
  attacks.length = 0;
  for (const [index, link] of links.entries()) {
    const contribution = rule.clusters
      ? discountedContribution(index, links, pass.values)
      : linkContribution(link, pass.values);
    (link.sign > 0 ? supports : attacks).push(contribution);
  }
  return rule.semantics.combine(start, pass, rule.kappa);
}

function strongestUndercut(links: readonly Link[], values: Float64Array): number {
  let strongest = 0;
  for (const link of links) strongest = Math.max(strongest, linkContribution(link, values));
  return strongest;
}

/** `w * (1 - u) * s` of one link. */
export function linkContribution(link: Link, values: Float64Array): number {
  const weight = link.weightUnit < 0 ? link.weight : (values[link.weightUnit] ?? 0);
  return weight * (values[link.from] ?? 0);
}

/** The same after the shared-cause discount: links of one cluster and sign count 1, 0.5, 0.25, strongest first. */
export function discountedContribution(index: number, links: readonly Link[], values: Float64Array): number {
  const link = links[index];
  if (link === undefined) return 0;
  const own = linkContribution(link, values);
  if (link.cluster === undefined) return own;
  let stronger = 0;
  for (const [otherIndex, other] of links.entries()) {
    if (otherIndex === index || other.cluster !== link.cluster || other.sign !== link.sign) continue;
    const theirs = linkContribution(other, values);
    if (theirs > own || (theirs === own && otherIndex < index)) stronger += 1;
  }
  return own * CLUSTER_DISCOUNT ** stronger;
}
