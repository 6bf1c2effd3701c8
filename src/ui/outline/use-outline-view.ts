/** What is shown of the outline: the groups after the filter, and what is searched for. */
import { useMemo, useState } from "react";
import type { NodeKind } from "../../domain/argument/graph.ts";
import { rankHypotheses } from "../../domain/argument/strength/strengths.ts";
import { filterOutline, fitsFilter, type OutlineFilter } from "../../workbench/graph-view/outline-filter.ts";
import { buildOutline, type OutlineGroup } from "../../workbench/graph-view/outline-tree.ts";
import { useArgument } from "../desk/use-argument.ts";

export type OutlineView = {
  readonly groups: readonly OutlineGroup[];
  readonly filter: OutlineFilter;
  /** Kinds that there are, in the order of the graph. */
  readonly kinds: readonly NodeKind[];
  /** Steps that fit the filter, and all there are. */
  readonly shown: number;
  readonly all: number;
  readonly stale: number;
  readonly kind: NodeKind | undefined;
  readonly isStaleOnly: boolean;
  readonly chooseKind: (kind: NodeKind | undefined) => void;
  readonly chooseStale: (isOnly: boolean) => void;
};

/** The filter for what is out of date ends by itself with the last of it. */
export function useOutlineView(): OutlineView {
  const { strengths, stale } = useArgument();
  const { graph } = strengths;
  const [kind, chooseKind] = useState<NodeKind>();
  const [isStaleWanted, chooseStale] = useState(false);
  const count = stale?.size ?? 0;
  const isStaleOnly = isStaleWanted && count > 0;
  const filter = useMemo<OutlineFilter>(
    () => ({ kind, only: isStaleOnly ? new Set(stale?.keys()) : undefined }),
    [kind, isStaleOnly, stale],
  );
  const groups = useMemo(() => buildOutline(graph, rankHypotheses(strengths)), [graph, strengths]);
  const nodes = [...graph.nodes.values()];
  return {
    groups: useMemo(() => filterOutline(groups, filter), [groups, filter]),
    filter,
    kinds: [...new Set(nodes.map((node) => node.kind))],
    shown: nodes.filter((node) => fitsFilter({ node, link: undefined }, filter)).length,
    all: nodes.length,
    stale: count,
    kind,
    isStaleOnly,
    chooseKind,
    chooseStale,
  };
}
