/**
 * Cuts a framework until only knots are left for the solver: the grounded part first, then pieces that do not
 * touch, then, for semantics that can be read off strongly connected parts one after the other (Baroni,
 * Giacomin and Guida 2005), a part that nothing outside attacks. Answers are remembered by structure, so what
 * a move in the dialogue leaves as it was is not solved again.
 */
import { restrictTo, structureKey } from "./framework.ts";
import type { IndexedFramework } from "./framework.ts";
import { labelGrounded, splitUndecided } from "./grounded.ts";
import type { Label } from "./grounded.ts";
import { listPiece } from "./list-piece.ts";
import type { Budget, ChoiceSemantics, Listing, ListingEnd } from "./list-piece.ts";

/** Listings by semantics and structure. */
export type ListingMemory = ReadonlyMap<string, Listing>;

export type ListingTask = {
  readonly semantics: ChoiceSemantics;
  readonly budget: Budget;
  readonly earlier: ListingMemory;
  /** What this task used or found, for the next one. */
  readonly found: Map<string, Listing>;
};

/** Deeper chains of parts, and pieces too large to copy part by part, go to the solver whole. */
const DEEPEST_CUT = 150;
const LARGEST_CUT = 1000;

/** Lists at most `wanted` extensions of a framework, their members in no particular order. */
export function listExtensions(
  task: ListingTask,
  framework: IndexedFramework,
  wanted: number,
  depth = 0,
): Listing {
  const labels = labelGrounded(framework);
  const parts: Part[] = [];
  for (const members of splitUndecided(framework, labels)) {
    const piece = restrictTo(framework, members, (argument) => framework.barred[argument] === true);
    const listing = recallOrList(task, piece, wanted, depth);
    if (listing.count === 0) return { extensions: [], count: 0, end: listing.end };
    parts.push({ listing, members });
  }
  return combineParts(labels, parts, wanted);
}

function recallOrList(task: ListingTask, piece: IndexedFramework, wanted: number, depth: number): Listing {
  const whole = `${task.semantics}|${structureKey(piece)}`;
  const part = `${wanted}|${whole}`;
  for (const key of [whole, part]) {
    const known = task.found.get(key) ?? task.earlier.get(key);
    if (known === undefined || (key === whole && known.count >= wanted)) continue;
    task.found.set(key, known);
    return known;
  }
  const listing = listKnot(task, piece, wanted, depth);
  // Only what a fresh search would give again is remembered: an answer must not depend on what was asked before.
  const isWhole = listing.end === "all" && listing.count < wanted;
  if (listing.end !== "not-finished") task.found.set(isWhole ? whole : part, listing);
  return listing;
}

function listKnot(task: ListingTask, piece: IndexedFramework, wanted: number, depth: number): Listing {
  // A stable choice can fail further down; only the solver learns from that, so it sees the whole piece.
  const isCuttable = task.semantics === "preferred" || task.semantics === "complete";
  if (!isCuttable || depth > DEEPEST_CUT || piece.size > LARGEST_CUT)
    return listPiece(piece, task.semantics, wanted, task.budget);
  const first = findUnattackedPart(piece);
  if (first.length < piece.size) return listAlongCut(task, piece, first, wanted, depth);
  if (piece.size === 1) return { extensions: [[]], count: 1, end: "all" };
  return listPiece(piece, task.semantics, wanted, task.budget);
}

/** A strongly connected part that no argument outside attacks. */
function findUnattackedPart(piece: IndexedFramework): readonly number[] {
  const seen = Array.from({ length: piece.size }, () => false);
  let lastRoot = 0;
  for (let root = 0; root < piece.size; root += 1) {
    if (seen[root] === true) continue;
    lastRoot = root;
    collect(piece.targets, root, seen);
  }
  // Whatever reaches the last root was reached from it, or that root would have been seen before its turn.
  const ancestors = collect(
    piece.attackers,
    lastRoot,
    seen.map(() => false),
  );
  return ancestors.toSorted((one, other) => one - other);
}

function collect(
  neighbours: readonly (readonly number[])[],
  start: number,
  seen: boolean[],
): readonly number[] {
  seen[start] = true;
  const reached = [start];
  for (let at = 0; at < reached.length; at += 1) {
    for (const next of neighbours[reached[at] ?? 0] ?? []) {
      if (seen[next] === true) continue;
      seen[next] = true;
      reached.push(next);
    }
  }
  return reached;
}

/** For every choice in the first part, what remains of the rest: its targets fall, the undecided bar theirs. */
function listAlongCut(
  task: ListingTask,
  piece: IndexedFramework,
  first: readonly number[],
  wanted: number,
  depth: number,
): Listing {
  const isBarred = (argument: number): boolean => piece.barred[argument] === true;
  const choices = recallOrList(task, restrictTo(piece, first, isBarred), wanted, depth + 1);
  const extensions: (readonly number[])[] = [];
  let { end } = choices;
  let count = 0;
  for (const [index, localChoice] of choices.extensions.entries()) {
    if (extensions.length >= wanted) {
      // Every choice left has at least one extension below it.
      return { extensions, count: count + choices.count - index, end: worse(end, "enough") };
    }
    const choice = localChoice.map((argument) => first[argument] ?? 0);
    const rest = restAfter(piece, first, choice);
    const below = listExtensions(task, rest.framework, wanted - extensions.length, depth + 1);
    for (const extension of below.extensions) {
      extensions.push([...choice, ...extension.map((argument) => rest.members[argument] ?? 0)]);
    }
    count += below.count;
    end = worse(end, below.end);
    // Without steps every further choice would fail the same way, and so would theirs.
    if (below.end === "not-finished") break;
  }
  return { extensions, count, end };
}

function restAfter(
  piece: IndexedFramework,
  first: readonly number[],
  choice: readonly number[],
): { readonly framework: IndexedFramework; readonly members: readonly number[] } {
  const gone = new Set(first);
  const chosen = new Set(choice);
  for (const argument of choice) for (const target of piece.targets[argument] ?? []) gone.add(target);
  const barred = new Set<number>();
  for (const argument of first) {
    const isUndecided =
      !chosen.has(argument) && !(piece.attackers[argument] ?? []).some((attacker) => chosen.has(attacker));
    if (isUndecided) for (const target of piece.targets[argument] ?? []) barred.add(target);
  }
  const members: number[] = [];
  for (let argument = 0; argument < piece.size; argument += 1)
    if (!gone.has(argument)) members.push(argument);
  const isBarred = (argument: number): boolean => piece.barred[argument] === true || barred.has(argument);
  return { framework: restrictTo(piece, members, isBarred), members };
}

type Part = { readonly listing: Listing; readonly members: readonly number[] };

/** Parts that do not touch: every choice of one goes with every choice of the others. */
function combineParts(labels: readonly Label[], parts: readonly Part[], wanted: number): Listing {
  let count = 1;
  let end: ListingEnd = "all";
  let combinations = 1;
  for (const { listing } of parts) {
    count *= listing.count;
    combinations = Math.min(wanted, combinations * listing.extensions.length);
    end = worse(end, listing.end);
  }
  const certain: number[] = [];
  for (const [argument, label] of labels.entries()) if (label === "in") certain.push(argument);
  const extensions: (readonly number[])[] = [];
  for (let index = 0; index < combinations; index += 1) {
    const extension = certain.slice();
    let digits = index;
    for (const { listing, members } of parts) {
      const { length } = listing.extensions;
      for (const argument of listing.extensions[digits % length] ?? [])
        extension.push(members[argument] ?? 0);
      digits = Math.floor(digits / length);
    }
    extensions.push(extension);
  }
  return { extensions, count, end };
}

const ENDS = ["all", "enough", "not-finished"] as const satisfies readonly ListingEnd[];

function worse(one: ListingEnd, other: ListingEnd): ListingEnd {
  return ENDS[Math.max(ENDS.indexOf(one), ENDS.indexOf(other))] ?? "not-finished";
}
