/**
 * Stale marks that only a person can take off. A run states anew what a run stated; what a person stated stays as it is
 * on the branch of the re-run, with its mark, until somebody looks at it.
 */
import type { GraphChange } from "./apply-graph.ts";
import type { ArgumentNode } from "../argument/graph.ts";
import type { BranchState, Making, Withdrawn } from "./case-state.ts";
import { readChain } from "./chain.ts";
import { createPersistentMap } from "./persistent-map.ts";

/** Takes the mark off a node and off the edges that lead to it, which were looked at with it; or off one edge. */
export function settle(branch: BranchState, id: string): GraphChange {
  const isNode = branch.nodes.has(id);
  if (!isNode && !branch.edges.has(id)) return { branch, flag: { type: "unknown-target", id } };
  let stale = branch.stale.without(id);
  for (const edge of isNode ? readChain(branch.incident.get(id)) : [])
    if (branch.edges.get(edge)?.to === id) stale = stale.without(edge);
  return { branch: { ...branch, stale } };
}

/** Whether a person stated it, so that no run can state it again. */
export function isOwn({ made }: Pick<BranchState, "made">, id: string): boolean {
  return made.get(id)?.run === undefined;
}

/** The marks of the parent on what people stated and what stands on the branch as well. */
export function keepOwnMarks(branch: BranchState, parent: BranchState): BranchState {
  let stale: BranchState["stale"] = createPersistentMap();
  for (const [id, mark] of parent.stale) {
    const stands = branch.nodes.has(id) || branch.edges.has(id);
    if (stands && isOwn(parent, id)) stale = stale.with(id, { ...mark, isKept: true });
  }
  return { ...branch, stale };
}

/**
 * Links by people that came back with a step, between things of which one says something else now: whether they hold, a
 * person has to say.
 */
export function markReworded(
  branch: BranchState,
  before: Withdrawn | undefined,
  node: ArgumentNode,
  { event, position }: Making,
): BranchState {
  let { changed, stale } = branch;
  if (before?.type === "node" && !saysTheSame(before.node, node))
    changed = changed.with(wordsToKey(node.id), { event, position });
  for (const id of readChain(branch.incident.get(node.id))) {
    const edge = branch.edges.get(id);
    const madeAt = branch.made.get(id)?.position ?? 0;
    if (edge === undefined || !isOwn(branch, id) || stale.has(id)) continue;
    for (const through of [edge.from, edge.to]) {
      const change = changed.get(wordsToKey(through));
      if (change === undefined || change.position < madeAt) continue;
      stale = stale.with(id, { cause: change.event, through, isKept: true });
    }
  }
  return { ...branch, changed, stale };
}

/** How what a step says is named among the things that change when a run states it anew. */
function wordsToKey(id: string): string {
  return `words:${id}`;
}

function saysTheSame(one: ArgumentNode, other: ArgumentNode): boolean {
  return one.kind === other.kind && wordsOf(one) === wordsOf(other);
}

function wordsOf({ text }: ArgumentNode): string {
  return text.trim().toLowerCase();
}

/** What of a branch's stale things only people can settle, and how many a run can state again. */
export type StaleShares = { readonly own: readonly string[]; readonly forRun: number };

/** In the order in which they became stale. */
export function readStaleShares(branch: Pick<BranchState, "made" | "stale">): StaleShares {
  const own = [...branch.stale.keys()].filter((id) => isOwn(branch, id));
  return { own, forRun: branch.stale.size - own.length };
}
