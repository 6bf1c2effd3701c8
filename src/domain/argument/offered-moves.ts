/** What a person may be offered: every move between two things that is legal, and why each of the others is not. */
import type { ArgumentEdge, ArgumentGraph, EdgeId, NodeId, NodeKind, TargetId } from "./graph.ts";
import { checkEdge, whyIllegal } from "./legal-moves.ts";
import type { IllegalMove, KindReason, MoveName } from "./legal-moves.ts";

/** The moves of an argument; questions and annotations tie themselves in. */
export type OfferedMove = Exclude<MoveName, "asks" | "about">;

/** All of them. */
export const OFFERED_MOVES = [
  "supports",
  "rebut",
  "undermine",
  "undercut",
  "derives",
] as const satisfies readonly OfferedMove[];
const MOVES_OF_WAY = {
  for: ["supports"],
  against: ["rebut", "undermine", "undercut"],
  either: ["supports", "rebut", "undermine", "undercut"],
} as const satisfies Record<string, readonly OfferedMove[]>;

/** Kinds that a person adds by hand, the usual ones first. */
export const ADDABLE_KINDS = [
  "finding",
  "knowledge",
  "inference",
  "hypothesis",
  "test",
  "treatment",
  "contraindication",
] as const satisfies readonly NodeKind[];

export type AddableKind = (typeof ADDABLE_KINDS)[number];
/** How a new reason is meant. */
export type Way = keyof typeof MOVES_OF_WAY;

export type Offer = {
  readonly legal: readonly OfferedMove[];
  readonly refused: readonly { readonly move: OfferedMove; readonly why: IllegalMove }[];
};

/** Every move from one thing of the graph to another; `id` is the edge that it would be, or is already. */
export function offerMoves(graph: ArgumentGraph, from: NodeId, to: TargetId, id: EdgeId): Offer {
  const legal: OfferedMove[] = [];
  const refused: { readonly move: OfferedMove; readonly why: IllegalMove }[] = [];
  for (const move of OFFERED_MOVES) {
    const checked = checkEdge(graph, toEdge(move, { id, from, to, weight: 1 }));
    if (checked.ok) legal.push(move);
    else refused.push({ move, why: checked.error });
  }
  return { legal, refused };
}

/** The kinds that can be added for or against a thing, each with its moves; none says why not. */
export function offerKinds(
  graph: ArgumentGraph,
  way: Way,
  to: TargetId,
): {
  readonly kinds: readonly AddableKind[];
  readonly movesOf: (kind: AddableKind) => readonly OfferedMove[];
  readonly why: KindReason | undefined;
} {
  const target = graph.nodes.get(to)?.kind ?? "edge";
  const moves: readonly OfferedMove[] = MOVES_OF_WAY[way];
  const movesOf = (kind: AddableKind): readonly OfferedMove[] =>
    moves.filter((move) => whyIllegal(move, kind, target) === undefined);
  const kinds = ADDABLE_KINDS.filter((kind) => movesOf(kind).length > 0);
  const [first] = moves;
  const why = first === undefined ? undefined : whyIllegal(first, "knowledge", target);
  return { kinds, movesOf, why: kinds.length > 0 ? undefined : why };
}

/** The kinds that may stand for themselves until something is linked to them. */
export function addableKinds(): readonly AddableKind[] {
  return ADDABLE_KINDS;
}

/** The edge that makes a move. */
export function toEdge(
  move: OfferedMove,
  { weight, ...ends }: Pick<ArgumentEdge, "id" | "from" | "to"> & { readonly weight: number },
): ArgumentEdge {
  if (move === "derives") return { kind: "derives", ...ends };
  if (move === "supports") return { kind: "supports", ...ends, weight };
  return { kind: "attacks", attack: move, ...ends, weight };
}

/** The move that an edge of an argument makes; undefined for questions and annotations. */
export function moveOfEdge(edge: ArgumentEdge): OfferedMove | undefined {
  if (edge.kind === "asks" || edge.kind === "about") return undefined;
  return edge.kind === "attacks" ? edge.attack : edge.kind;
}
