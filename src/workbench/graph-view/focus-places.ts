/**
 * Where the cards of one node and its reasons stand when only those are shown: the node at the right, what speaks for it
 * above its middle and what speaks against it below, the weightiest nearest to it, reasons of reasons further left.
 */
import type { ArgumentEdge, ArgumentGraph, NodeId, TargetId } from "../../domain/argument/graph.ts";
import { CARD, COLUMN_GAP, ROW_GAP, type Places } from "./places.ts";
import { readReasons } from "./reasons.ts";

/** More than this is no longer one look; then everything stays where it is. */
const MOST = 150;

type Standing = {
  readonly id: NodeId;
  readonly depth: number;
  readonly isFor: boolean;
  readonly weight: number;
};

/** So many stand above each other before another column begins. */
const TALL = 5;
const PART_GAP = 28;

/** The places; undefined where there are too many reasons for them. */
export function placeAround(graph: ArgumentGraph, focus: NodeId): Places | undefined {
  const standings = readStandings(graph, focus);
  if (standings.length > MOST) return undefined;
  const places = new Map([[focus, { x: 0, y: 0 }]]);
  const deepest = Math.max(0, ...standings.map(({ depth }) => depth));
  let right = -COLUMN_GAP;
  for (let depth = 1; depth <= deepest; depth += 1) {
    const sides = [true, false].map((isFor) =>
      standings
        .filter((each) => each.depth === depth && each.isFor === isFor)
        .toSorted((a, b) => b.weight - a.weight),
    );
    const fullest = Math.max(...sides.map((side) => side.length));
    const tall = Math.max(TALL, Math.ceil(Math.sqrt(fullest * 2)));
    for (const side of sides)
      for (const [at, { id, isFor }] of side.entries()) {
        const part = Math.floor(at / tall);
        places.set(id, {
          x: right - CARD.width - part * (CARD.width + PART_GAP),
          y: heightOf(at % tall, isFor),
        });
      }
    right -= Math.ceil(fullest / tall) * (CARD.width + PART_GAP) + COLUMN_GAP;
  }
  return places;
}

/** Both sides keep room between them, so that for and against are told apart at a glance. */
function heightOf(at: number, isFor: boolean): number {
  const step = CARD.height + ROW_GAP;
  return isFor ? -(at + 0.62) * step : (at + 0.62) * step;
}

/** Nearest first: a reason that acts on several things stands with the nearest. */
function readStandings(graph: ArgumentGraph, focus: NodeId): readonly Standing[] {
  const reasons = readReasons(graph);
  const found = new Map<NodeId, Standing>();
  let open: readonly { readonly target: TargetId; readonly isFor: boolean }[] = [
    { target: focus, isFor: true },
  ];
  for (let depth = 1; open.length > 0; depth += 1) {
    const next: { readonly target: TargetId; readonly isFor: boolean }[] = [];
    const here = [...open];
    for (let item = here.shift(); item !== undefined; item = here.shift()) {
      for (const edge of reasons.get(item.target) ?? []) {
        const isFor = edge.kind === "attacks" ? !item.isFor : item.isFor;
        // What weakens a link stands in the column of the reason whose link it is.
        here.push({ target: edge.id, isFor });
        if (found.has(edge.from) || edge.from === focus || !graph.nodes.has(edge.from)) continue;
        found.set(edge.from, { id: edge.from, depth, isFor, weight: weightOf(edge) });
        next.push({ target: edge.from, isFor });
      }
    }
    open = next;
  }
  return [...found.values()];
}

function weightOf(edge: ArgumentEdge): number {
  return "weight" in edge ? edge.weight : 0;
}
