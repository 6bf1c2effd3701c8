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
/** Clinical foundation 3.3, last paragraph: 1, 0.5, 0.25 and so on inside a cluster. */
const CLUSTER_DISCOUNT = 0.5;

export type Evaluation = {
  /** One value per unit. */
  readonly values: Float64Array;
  /** Units of cycles that did not settle. */
  readonly unsettled: ReadonlySet<number>;
  /** Units whose value was computed in this call. */
  readonly evaluated: number;
  /** Single computations, iterations included: the measure for work budgets. */
  readonly work: number;
};

/** Earlier values for the same numbering, and the units where something changed. */
export type Reuse = {
  readonly values: Float64Array;
  readonly unsettled: ReadonlySet<number>;
  readonly changed: Uint8Array;
};

type Pass = {
  readonly compiled: CompiledGraph;
  readonly rule: StrengthRule;
  readonly removed: ReadonlySet<number>;
  readonly values: Float64Array;
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
  const values = reuse === undefined ? new Float64Array(compiled.start.length) : reuse.values.slice();
  const changed = reuse?.changed.slice();
  const pass: Pass = { compiled, rule, removed, values, supports: [], attacks: [] };
  const unsettled = new Set<number>();
  let evaluated = 0;
  let work = 0;
  for (const component of compiled.components) {
    if (changed !== undefined && !isAffected(component, compiled, changed)) {
      for (const unit of component.units) if (reuse?.unsettled.has(unit) === true) unsettled.add(unit);
      continue;
    }
    const before = component.units.map((unit) => values[unit]);
    const steps = component.cyclic ? iterate(component, pass, unsettled) : once(component, pass);
    evaluated += component.units.length;
    work += steps * component.units.length;
    for (const [index, unit] of component.units.entries()) {
      if (changed !== undefined) changed[unit] = values[unit] === before[index] ? 0 : 1;
    }
  }
  return { values, unsettled, evaluated, work };
}

function isAffected(component: Component, compiled: CompiledGraph, changed: Uint8Array): boolean {
  return component.units.some(
    (unit) =>
      changed[unit] === 1 ||
      (compiled.incoming[unit] ?? []).some(
        (link) => changed[link.from] === 1 || (link.weightUnit >= 0 && changed[link.weightUnit] === 1),
      ),
  );
}

function once(component: Component, pass: Pass): number {
  for (const unit of component.units) pass.values[unit] = unitValue(unit, pass);
  return 1;
}

function iterate(component: Component, pass: Pass, unsettled: Set<number>): number {
  const { units } = component;
  for (const unit of units) pass.values[unit] = pass.removed.has(unit) ? 0 : (pass.compiled.start[unit] ?? 0);
  const next = new Float64Array(units.length);
  for (let step = 1; step <= MOST_STEPS; step += 1) {
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
  for (const unit of units) unsettled.add(unit);
  return MOST_STEPS;
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
