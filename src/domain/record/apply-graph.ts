/**
 * Nodes and edges of one branch as events add, edit and retract them. Nothing here refuses: what cannot be placed is
 * kept and flagged, because the record is what happened.
 */
import type { ArgumentEdge, ArgumentNode } from "../argument/graph.ts";
import { isOwn, keepOwnMarks, markReworded } from "./settle.ts";
import type { BranchState, Making, RecordFlag, Withdrawn } from "./case-state.ts";
import { chainToArray, readChain } from "./chain.ts";
import type { Chain } from "./chain.ts";
import type { EventId } from "./events.ts";
import { createPersistentMap } from "./persistent-map.ts";
import type { PersistentMap } from "./persistent-map.ts";
import { markDependents, markFollowers, readRests, reasonsToKey } from "./stale.ts";

/** A changed branch and what a person should see about the change. */
export type GraphChange = {
  readonly branch: BranchState;
  readonly flag?: { readonly type: RecordFlag["type"]; readonly id: string };
};

/**
 * Adds a node; in a branch that runs again, a stale node of that id is replaced. `knownSince` is the position in the
 * record up to which its maker knew the case.
 */
export function addNode(
  branch: BranchState,
  node: ArgumentNode,
  making: Making,
  knownSince: number,
): GraphChange {
  if (isTaken(branch, node.id)) return { branch, flag: { type: "duplicate-id", id: node.id } };
  const next: BranchState = {
    ...restOn(branch, node),
    nodes: branch.nodes.with(node.id, node),
    edges: branch.edges.without(node.id),
    made: branch.made.with(node.id, making),
    stale: branch.stale.without(node.id),
    withdrawn: branch.withdrawn.without(node.id),
  };
  const marked = markOutdated(next, node.id, readRests(node), knownSince);
  const placed = placeWaiting(marked, node.id, knownSince);
  return { branch: markReworded(placed, branch.withdrawn.get(node.id), node, making) };
}

/** Adds an edge, or keeps it waiting when an end is missing. */
export function addEdge(
  branch: BranchState,
  edge: ArgumentEdge,
  making: Making,
  knownSince: number,
): GraphChange {
  const placed = placeEdge(branch, edge, making, knownSince);
  if (placed.flag !== undefined) return placed;
  return { branch: placeWaiting(placed.branch, edge.id, knownSince) };
}

/** An edge by a person: what follows from what it argues about was stated without it. */
export function addReason(
  branch: BranchState,
  edge: ArgumentEdge,
  making: Making,
  position: number,
): GraphChange {
  const added = addEdge(branch, edge, making, position);
  if (added.flag !== undefined || edge.kind === "about" || edge.kind === "asks") return added;
  const argued = readArgued(branch, edge.to);
  const changed = added.branch.changed.with(reasonsToKey(argued), { event: making.event, position });
  return { branch: markFollowers({ ...added.branch, changed }, argued, making.event) };
}

/** A reason against a link is one about what the link leads to. */
function readArgued({ edges }: BranchState, to: string): string {
  const passed = new Set<string>();
  let argued = to;
  for (let link = edges.get(to); link !== undefined && !passed.has(argued); link = edges.get(argued)) {
    passed.add(argued);
    argued = link.to;
  }
  return argued;
}

function placeEdge(branch: BranchState, edge: ArgumentEdge, making: Making, knownSince: number): GraphChange {
  if (isTaken(branch, edge.id) || branch.nodes.has(edge.id)) {
    return { branch, flag: { type: "duplicate-id", id: edge.id } };
  }
  const missing = [edge.from, edge.to].find((id) => !branch.nodes.has(id) && !branch.edges.has(id));
  if (missing !== undefined) {
    const waiting = pushTo(branch.waiting, missing, { edge, making });
    return { branch: { ...branch, waiting }, flag: { type: "dangling-reference", id: missing } };
  }
  const next: BranchState = {
    ...branch,
    edges: branch.edges.with(edge.id, edge),
    made: branch.made.with(edge.id, making),
    stale: branch.stale.without(edge.id),
    withdrawn: branch.withdrawn.without(edge.id),
    incident: pushTo(pushTo(branch.incident, edge.from, edge.id), edge.to, edge.id),
  };
  const rests = [edge.from, edge.to, reasonsToKey(edge.from)];
  return { branch: markOutdated(next, edge.id, rests, knownSince) };
}

/** Places what waited for `first`, and what waited for that in turn. */
function placeWaiting(branch: BranchState, first: string, knownSince: number): BranchState {
  let next = branch;
  const queue = [first];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const waiting = next.waiting.get(id);
    if (waiting === undefined) continue;
    next = stopWaiting(next, id);
    for (const { edge, making } of chainToArray(waiting)) {
      const placed = placeEdge(next, edge, making, knownSince);
      next = placed.branch;
      if (placed.flag === undefined) queue.push(edge.id);
    }
  }
  return next;
}

function stopWaiting(branch: BranchState, id: string): BranchState {
  return { ...branch, waiting: branch.waiting.without(id) };
}

/** Replaces a node by an edited one; what came after it and depends on it becomes stale. */
export function editNode(
  branch: BranchState,
  node: ArgumentNode,
  event: EventId,
  position: number,
): GraphChange {
  if (!branch.nodes.has(node.id)) return { branch, flag: { type: "unknown-target", id: node.id } };
  const next = { ...restOn(branch, node), nodes: branch.nodes.with(node.id, node) };
  return { branch: markChanged(next, node.id, event, position) };
}

/** Replaces an edge by an edited one; its ends stay what they were. */
export function editEdge(
  branch: BranchState,
  edge: ArgumentEdge,
  event: EventId,
  position: number,
): GraphChange {
  const known = branch.edges.get(edge.id);
  if (known === undefined) return { branch, flag: { type: "unknown-target", id: edge.id } };
  if (known.from !== edge.from || known.to !== edge.to) {
    return { branch, flag: { type: "dangling-reference", id: edge.id } };
  }
  const next = { ...branch, edges: branch.edges.with(edge.id, edge) };
  return { branch: markChanged(next, edge.id, event, position) };
}

/** Takes a node or edge out of the graph, and every edge that would hang in the air. */
export function retract(
  branch: BranchState,
  id: string,
  type: Withdrawn["type"],
  event: EventId,
  position: number,
): GraphChange {
  const known = type === "node" ? branch.nodes.has(id) : branch.edges.has(id);
  if (!known) return { branch, flag: { type: "unknown-target", id } };
  return { branch: withdraw(markChanged(branch, id, event, position), id, event) };
}

/** Takes out a node or edge and, in turn, the edges at it. */
function withdraw(branch: BranchState, first: string, event: EventId): BranchState {
  let { nodes, edges, withdrawn, stale } = branch;
  const queue = [first];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const node = nodes.get(id);
    const edge = edges.get(id);
    if (node === undefined && edge === undefined) continue;
    if (node !== undefined) withdrawn = withdrawn.with(id, { type: "node", node, event });
    else if (edge !== undefined) withdrawn = withdrawn.with(id, { type: "edge", edge, event });
    nodes = nodes.without(id);
    edges = edges.without(id);
    stale = stale.without(id);
    queue.push(...readChain(branch.incident.get(id)));
  }
  return { ...branch, nodes, edges, withdrawn, stale };
}

/**
 * A branch begun without what is stale, for a run to state anew. What people stated themselves no run can: their steps
 * stay and keep their mark, and a link of theirs waits until what it ties together is stated again.
 */
export function leaveOutStale(parent: BranchState, event: EventId, position: number): BranchState {
  let branch = parent;
  for (const id of parent.stale.keys())
    if (!parent.nodes.has(id) || !isOwn(parent, id)) branch = withdraw(branch, id, event);
  branch = { ...branch, stale: createPersistentMap() };
  for (const edge of parent.edges.values()) {
    const making = parent.made.get(edge.id);
    if (making === undefined || !isOwn(parent, edge.id) || branch.edges.has(edge.id)) continue;
    branch = addEdge(branch, edge, making, position).branch;
  }
  return keepOwnMarks(branch, parent);
}

function isTaken(branch: BranchState, id: string): boolean {
  return (branch.nodes.has(id) || branch.edges.has(id)) && !branch.stale.has(id);
}

function markChanged(branch: BranchState, id: string, event: EventId, position: number): BranchState {
  const changed = branch.changed.with(id, { event, position });
  return markDependents({ ...branch, changed, stale: branch.stale.without(id) }, id, event);
}

/** A new statement is stale at once when it rests on something stale, or changed after its maker began. */
function markOutdated(
  branch: BranchState,
  id: string,
  rests: readonly string[],
  knownSince: number,
): BranchState {
  for (const through of rests) {
    const change = branch.changed.get(through);
    const isUnknown = change !== undefined && change.position > knownSince;
    const mark = branch.stale.get(through);
    const spreading = mark?.isKept === true ? undefined : mark?.cause;
    const cause = spreading ?? (isUnknown ? change.event : undefined);
    if (cause === undefined) continue;
    const stale = branch.stale.with(id, { cause, through });
    return markDependents({ ...branch, stale }, id, cause);
  }
  return branch;
}

function restOn(branch: BranchState, node: ArgumentNode): BranchState {
  const before = branch.nodes.get(node.id);
  const known = new Set(before === undefined ? [] : readRests(before));
  let { resting } = branch;
  for (const key of readRests(node)) if (!known.has(key)) resting = pushTo(resting, key, node.id);
  return { ...branch, resting };
}

function pushTo<Item>(map: PersistentMap<Chain<Item>>, key: string, first: Item): PersistentMap<Chain<Item>> {
  return map.with(key, { first, rest: map.get(key) });
}
