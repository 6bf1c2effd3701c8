/** What the canvas is to paint and what all cards share, each another value only when it would look different. */
import { useMemo } from "react";
import { useStore } from "zustand/react";
import type { NodeId } from "../../domain/argument/graph.ts";
import { isSameTarget, WHOLE_CASE, type Lit } from "../../workbench/desk/selection.ts";
import { litAlong, type PathWay } from "../../workbench/graph-view/paths.ts";
import type { Scene } from "../../workbench/graph-view/scene.ts";
import { useDesk, useFacts } from "../desk/use-desk.ts";
import type { CardContextValue } from "./card-context.ts";
import type { Picture } from "./paint-scene.ts";
import type { Linking } from "./use-linking.ts";

export type PictureParts = {
  readonly scene: Scene;
  readonly cursor: NodeId | undefined;
  readonly way: PathWay;
};

/** More names than this no far view has room for. */
const MOST_NAMES = 60;

/** All of the picture but the theme's colours. */
export function usePicture({ scene, cursor, way }: PictureParts): Omit<Picture, "palette"> {
  const strengths = useFacts((facts) => facts.strengths);
  const ranking = useFacts((facts) => facts.ranking);
  const leader = useFacts((facts) => facts.leader);
  const { lit, hovered, selectedId } = useLit(way);
  const named = useMemo(() => {
    const hypotheses = ranking.slice(0, MOST_NAMES).map(({ hypothesis }) => hypothesis.id);
    const wanted = [selectedId, leader, cursor].filter((id) => id !== undefined);
    return [...new Set([...wanted, ...hypotheses])].slice(0, MOST_NAMES);
  }, [ranking, leader, selectedId, cursor]);
  return useMemo(
    () => ({ scene, strengths: strengths.byNode, lit, hovered, leader, cursor, named }),
    [scene, strengths, lit, hovered, leader, cursor, named],
  );
}

function useLit(way: PathWay): {
  readonly lit: Lit | undefined;
  readonly hovered: Lit | undefined;
  readonly selectedId: NodeId | undefined;
} {
  const { selection } = useDesk();
  const graph = useFacts((facts) => facts.graph);
  const selected = useStore(selection, (state) => state.selected);
  const pointedAt = useStore(selection, (state) => state.hovered);
  const lit = useMemo(
    () => (isSameTarget(selected, WHOLE_CASE) ? undefined : litAlong(graph, selected, way)),
    [graph, selected, way],
  );
  const hovered = useMemo(
    () =>
      pointedAt === undefined || pointedAt.type === "case" ? undefined : litAlong(graph, pointedAt, "links"),
    [graph, pointedAt],
  );
  return { lit, hovered, selectedId: selected.type === "node" ? selected.id : undefined };
}

export type CardsParts = {
  readonly picture: Omit<Picture, "palette">;
  readonly linking: Linking;
  readonly isWritable: boolean;
  readonly onFold: (id: NodeId) => void;
};

/** Of a thing that is hovered only itself is ringed, not all that it touches. */
export function useCardContextValue({ picture, linking, isWritable, onFold }: CardsParts): CardContextValue {
  const { scene, lit, cursor } = picture;
  const edges = useFacts((facts) => facts.graph.edges);
  const reasons = useMemo(() => {
    const counts = new Map<NodeId, number>();
    for (const { to } of edges.values()) counts.set(to, (counts.get(to) ?? 0) + 1);
    return counts;
  }, [edges]);
  const hovered = useRinged();
  const { folded } = scene;
  const { from, allows, beginByPointer } = linking;
  // What may be linked only matters while a link is drawn.
  const wanted = from === undefined ? undefined : allows;
  return useMemo(
    () => ({
      lit: lit?.nodes,
      hovered,
      cursor,
      reasons,
      folded,
      onFold,
      onLinkFrom: isWritable ? beginByPointer : undefined,
      linking: from === undefined || wanted === undefined ? undefined : { from, allows: wanted },
    }),
    [lit, hovered, cursor, reasons, folded, onFold, isWritable, beginByPointer, from, wanted],
  );
}

function useRinged(): ReadonlySet<string> | undefined {
  const graph = useFacts((facts) => facts.graph);
  const hovered = useStore(useDesk().selection, (state) => state.hovered);
  return useMemo(() => {
    if (hovered === undefined || hovered.type === "case") return undefined;
    return hovered.type === "node" ? new Set([hovered.id]) : litAlong(graph, hovered, "links").nodes;
  }, [graph, hovered]);
}
