/**
 * Rows with the least total arrow length, by the network simplex method (Gansner et al. 1993): a spanning
 * forest of arrows without slack is improved one exchange at a time. The surplus of a subtree, arrows out
 * minus arrows in summed over its boxes, is the cut value of the tree arrow that holds it, up to its sign.
 */
import { groupNeighbours } from "./layout-input.ts";
import type { Neighbours } from "./layout-input.ts";

type Forest = {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly layer: Int32Array;
  /** All arrows at a box, in or out. */
  readonly arrows: Neighbours;
  /** The tree arrow towards the root, or -1. */
  readonly hold: Int32Array;
  readonly treeArrows: readonly Set<number>[];
  readonly surplus: Int32Array;
  /** Boxes of one tree are members[starts[t]] .. in the order in which they joined it. */
  readonly members: number[];
  readonly treeStarts: number[];
  readonly mark: Int32Array;
  stamp: number;
};

/** Exchanges per box: far more than are ever needed; rows are legal after each, so stopping early is safe. */
const MOST_EXCHANGES = 8;
/** How many improvable arrows are looked at before the best of them is taken. */
const WINDOW = 30;

/** Shortens arrows in place; `layer` must already send every arrow to a later row. */
export function shortenArrows(from: Int32Array, to: Int32Array, layer: Int32Array): void {
  const forest = growForest(from, to, layer);
  sumSurpluses(forest);
  const limit = layer.length * MOST_EXCHANGES;
  let next = 0;
  for (let exchange = 0; exchange < limit; exchange += 1) {
    const chosen = chooseLeaving(forest, next);
    if (chosen < 0) break;
    next = (chosen + 1) % layer.length;
    exchangeArrow(forest, chosen);
  }
  for (const [tree, start] of forest.treeStarts.entries()) {
    const boxes = forest.members.slice(start, forest.treeStarts[tree + 1]);
    const top = boxes.reduce((least, box) => Math.min(least, layer[box]!), Number.POSITIVE_INFINITY);
    for (const box of boxes) layer[box]! -= top;
  }
}

function growForest(from: Int32Array, to: Int32Array, layer: Int32Array): Forest {
  const size = layer.length;
  const all = Int32Array.from({ length: from.length * 2 }, (_unused, index) => index >> 1);
  const ends = Int32Array.from(all, (arrow, index) => (index % 2 === 0 ? from[arrow]! : to[arrow]!));
  const forest: Forest = {
    from,
    to,
    layer,
    arrows: groupNeighbours(size, ends, all),
    hold: new Int32Array(size).fill(-1),
    treeArrows: Array.from({ length: size }, () => new Set<number>()),
    surplus: new Int32Array(size),
    members: [],
    treeStarts: [],
    mark: new Int32Array(size),
    stamp: 1,
  };
  for (let root = 0; root < size; root += 1) {
    if (forest.mark[root] === 1) continue;
    const start = forest.members.length;
    forest.treeStarts.push(start);
    forest.mark[root] = 1;
    forest.members.push(root);
    let explored = start;
    for (;;) {
      explored = joinTight(forest, explored);
      const nearest = findNearest(forest, start);
      if (nearest < 0) break;
      const shift = forest.mark[from[nearest]!] === 1 ? slackOf(forest, nearest) : -slackOf(forest, nearest);
      for (let index = start; index < forest.members.length; index += 1)
        layer[forest.members[index]!]! += shift;
      joinThrough(forest, nearest);
    }
  }
  return forest;
}

function slackOf({ from, to, layer }: Forest, arrow: number): number {
  return layer[to[arrow]!]! - layer[from[arrow]!]! - 1;
}

/** Adds every box that an arrow without slack joins to the tree; returns how many have been explored. */
function joinTight(forest: Forest, explored: number): number {
  const { arrows, members } = forest;
  let at = explored;
  for (; at < members.length; at += 1) {
    const box = members[at]!;
    for (let index = arrows.starts[box]!; index < arrows.starts[box + 1]!; index += 1) {
      const arrow = arrows.list[index]!;
      if (slackOf(forest, arrow) === 0) joinThrough(forest, arrow);
    }
  }
  return at;
}

function joinThrough(forest: Forest, arrow: number): void {
  const { from, to, mark } = forest;
  const [source, target] = [from[arrow]!, to[arrow]!];
  if (mark[source] === mark[target]) return;
  const joined = mark[source] === 1 ? target : source;
  mark[joined] = 1;
  forest.members.push(joined);
  forest.hold[joined] = arrow;
  forest.treeArrows[source]!.add(arrow);
  forest.treeArrows[target]!.add(arrow);
}

function findNearest(forest: Forest, start: number): number {
  const { arrows, from, mark, members, to } = forest;
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let at = start; at < members.length; at += 1) {
    const box = members[at]!;
    for (let index = arrows.starts[box]!; index < arrows.starts[box + 1]!; index += 1) {
      const arrow = arrows.list[index]!;
      if (mark[from[arrow]!] === mark[to[arrow]!] || slackOf(forest, arrow) >= least) continue;
      nearest = arrow;
      least = slackOf(forest, arrow);
    }
  }
  return nearest;
}

function sumSurpluses({ from, to, hold, members, surplus }: Forest): void {
  for (const box of from) surplus[box]! += 1;
  for (const box of to) surplus[box]! -= 1;
  // A box joined after the one that holds it, so going backwards finishes every subtree before its root.
  for (let at = members.length - 1; at >= 0; at -= 1) {
    const box = members[at]!;
    const arrow = hold[box]!;
    if (arrow >= 0) surplus[otherEnd(from, to, arrow, box)]! += surplus[box]!;
  }
}

function otherEnd(from: Int32Array, to: Int32Array, arrow: number, box: number): number {
  return from[arrow] === box ? to[arrow]! : from[arrow]!;
}

/** A box whose hold is worth exchanging, or -1 when the rows are as good as they get. */
function chooseLeaving({ from, hold, surplus, layer }: Forest, start: number): number {
  const size = layer.length;
  let chosen = -1;
  let worst = 0;
  let seen = 0;
  for (let step = 0; step < size && seen < WINDOW; step += 1) {
    const box = (start + step) % size;
    const arrow = hold[box]!;
    if (arrow < 0) continue;
    const cut = from[arrow] === box ? surplus[box]! : -surplus[box]!;
    if (cut >= 0) continue;
    seen += 1;
    if (cut >= worst) continue;
    worst = cut;
    chosen = box;
  }
  return chosen;
}

/** Lets a subtree go from its hold and moves it until another arrow across, the other way, has no slack. */
function exchangeArrow(forest: Forest, top: number): void {
  const { from, hold, layer, surplus, to, treeArrows } = forest;
  const leaving = hold[top]!;
  const subtree = collectSubtree(forest, top);
  const movesDown = to[leaving] === top;
  const entering = findEntering(forest, subtree, movesDown);
  const shift = movesDown ? slackOf(forest, entering) : -slackOf(forest, entering);
  for (const box of subtree) layer[box]! += shift;
  for (const arrow of [leaving, entering]) {
    for (const end of [from[arrow]!, to[arrow]!]) {
      if (arrow === leaving) treeArrows[end]!.delete(arrow);
      else treeArrows[end]!.add(arrow);
    }
  }
  const total = surplus[top]!;
  const [inner, outer] = movesDown ? [from[entering]!, to[entering]!] : [to[entering]!, from[entering]!];
  addUpwards(forest, otherEnd(from, to, leaving, top), -total);
  turnHolds(forest, inner, top, entering, total);
  addUpwards(forest, outer, total);
}

function collectSubtree(forest: Forest, top: number): readonly number[] {
  const { from, hold, mark, to, treeArrows } = forest;
  forest.stamp += 1;
  mark[top] = forest.stamp;
  const subtree = [top];
  for (let at = 0; at < subtree.length; at += 1) {
    const box = subtree[at]!;
    for (const arrow of treeArrows[box]!) {
      if (arrow === hold[box]) continue;
      const child = otherEnd(from, to, arrow, box);
      mark[child] = forest.stamp;
      subtree.push(child);
    }
  }
  return subtree;
}

function findEntering(forest: Forest, subtree: readonly number[], movesDown: boolean): number {
  const { arrows, from, mark, stamp, to } = forest;
  let entering = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const box of subtree) {
    for (let index = arrows.starts[box]!; index < arrows.starts[box + 1]!; index += 1) {
      const arrow = arrows.list[index]!;
      const [inside, outside] = movesDown ? [from[arrow]!, to[arrow]!] : [to[arrow]!, from[arrow]!];
      if (inside !== box || mark[outside] === stamp || slackOf(forest, arrow) >= least) continue;
      entering = arrow;
      least = slackOf(forest, arrow);
    }
  }
  return entering;
}

function addUpwards({ from, hold, surplus, to }: Forest, start: number, amount: number): void {
  for (let box = start; ; box = otherEnd(from, to, hold[box]!, box)) {
    surplus[box]! += amount;
    if (hold[box]! < 0) return;
  }
}

/** The subtree now hangs from another of its boxes: holds between that one and the old top turn round. */
function turnHolds(forest: Forest, inner: number, top: number, entering: number, total: number): void {
  const { from, hold, surplus, to } = forest;
  let box = inner;
  let newHold = entering;
  let below = 0;
  for (;;) {
    const oldHold = hold[box]!;
    const oldSurplus = surplus[box]!;
    hold[box] = newHold;
    surplus[box] = total - below;
    if (box === top) return;
    below = oldSurplus;
    newHold = oldHold;
    box = otherEnd(from, to, oldHold, box);
  }
}
