/** What is selected and what the pointer is over, shared by every panel of an open case; and what lights up with it. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { ArgumentGraph, TargetId } from "../../domain/argument/graph.ts";
import type { RunId } from "../../domain/record/events.ts";
import { sourcesOf } from "../../domain/argument/graph-views.ts";

export type DeskTarget =
  | { readonly type: "case" }
  | { readonly type: "sentence"; readonly id: string }
  | { readonly type: "node"; readonly id: string }
  | { readonly type: "edge"; readonly id: string };

/** Words of what was thought in a run; another object each time it is asked for, so that asking twice shows it twice. */
export type Passage = { readonly run: RunId; readonly start: number; readonly end: number };

export type Selection = {
  readonly selected: DeskTarget;
  readonly hovered: DeskTarget | undefined;
  /** What of some thinking is shown, until something else is chosen. */
  readonly passage: Passage | undefined;
};

export type SelectionStore = StoreApi<Selection>;

/** The whole case, until something in it is chosen. */
export const WHOLE_CASE: DeskTarget = { type: "case" };

/** A selection on the whole case. */
export function createSelection(): SelectionStore {
  return createStore<Selection>(() => ({ selected: WHOLE_CASE, hovered: undefined, passage: undefined }));
}

/** Whether two targets are the same thing. */
export function isSameTarget(one: DeskTarget | undefined, other: DeskTarget | undefined): boolean {
  return one?.type === other?.type && idOf(one) === idOf(other);
}

function idOf(target: DeskTarget | undefined): string | undefined {
  return target === undefined || target.type === "case" ? undefined : target.id;
}

/** What a target lights up: the sentences it rests on, the nodes and edges that touch it. */
export type Lit = {
  readonly sentences: ReadonlySet<string>;
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
};

const NOTHING: Lit = { sentences: new Set(), nodes: new Set(), edges: new Set() };

/** What lights up with a target, itself included. */
export function litBy(graph: ArgumentGraph, target: DeskTarget | undefined): Lit {
  switch (target?.type) {
    case "sentence":
      return litBySentence(graph, target.id);
    case "node":
      return litByNode(graph, target.id);
    case "edge":
      return litByEdge(graph, target.id);
    default:
      return NOTHING;
  }
}

function litBySentence(graph: ArgumentGraph, id: string): Lit {
  const nodes = [...graph.nodes.values()].filter(({ citations }) =>
    citations.some(({ sentence }) => sentence === id),
  );
  return { ...NOTHING, sentences: new Set([id]), nodes: new Set(nodes.map((node) => node.id)) };
}

function litByNode(graph: ArgumentGraph, id: TargetId): Lit {
  const edges = [...graph.edges.values()].filter(({ from, to }) => from === id || to === id);
  return {
    sentences: sentencesOf(graph, id),
    nodes: new Set(
      [id, ...edges.flatMap(({ from, to }) => [from, to])].filter((end) => graph.nodes.has(end)),
    ),
    edges: new Set(edges.map((edge) => edge.id)),
  };
}

function litByEdge(graph: ArgumentGraph, id: TargetId): Lit {
  const edge = graph.edges.get(id);
  if (edge === undefined) return NOTHING;
  return {
    sentences: sentencesOf(graph, edge.from),
    nodes: new Set([edge.from, edge.to].filter((end) => graph.nodes.has(end))),
    edges: new Set([id]),
  };
}

function sentencesOf(graph: ArgumentGraph, id: TargetId): ReadonlySet<string> {
  return new Set(sourcesOf(graph, id).map(({ citation }) => citation.sentence));
}
