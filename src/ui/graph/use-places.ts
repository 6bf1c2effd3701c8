/** The places of all cards: they follow the graph, and change their order on request only, gliding there and back. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { ArgumentGraph, NodeId } from "../../domain/argument/graph.ts";
import { placeAround } from "../../workbench/graph-view/focus-places.ts";
import { createPlacer, type Places } from "../../workbench/graph-view/places.ts";
import { movePlaces } from "./move-places.ts";
import { useLatest } from "./use-latest.ts";

export type PlacesInUse = {
  readonly places: Places;
  readonly tidy: () => void;
  /** Absent while nothing was tidied up. */
  readonly untidy: (() => void) | undefined;
};

/** Where the cards stand now; those of a focus stand around it. */
export function usePlaces(graph: ArgumentGraph, focus: NodeId | undefined): PlacesInUse {
  const [order, setOrder] = useState(() => ({ placer: createPlacer(), tidied: 0, isTidy: false }));
  // Following the same graph again changes nothing, so it may be done while drawing.
  const followed = useMemo(() => order.placer.follow(graph), [order, graph]);
  const around = useMemo(
    () => (focus === undefined || !graph.nodes.has(focus) ? undefined : placeAround(graph, focus)),
    [graph, focus],
  );
  const places = useGliding(
    around ?? followed,
    `${around === undefined ? "" : (focus ?? "")} ${order.tidied}`,
  );
  const change = (act: "tidy" | "untidy"): void => {
    order.placer[act](graph);
    setOrder(({ placer, tidied }) => ({ placer, tidied: tidied + 1, isTidy: act === "tidy" }));
  };
  const tidy = useLatest(() => change("tidy"));
  const untidy = useLatest(() => change("untidy"));
  return {
    places,
    tidy,
    untidy: order.isTidy ? untidy : undefined,
  };
}

/** The target's places, reached by gliding whenever it is a target of another order. */
function useGliding(target: Places, order: string): Places {
  const [gliding, setGliding] = useState<{ readonly target: Places; readonly places: Places }>();
  // Once something arrives the gliding is over: what arrived was placed where the gliding leads.
  const places = gliding?.target === target ? gliding.places : target;
  const last = useRef({ order, places });
  const stop = useRef<() => void>(undefined);
  useLayoutEffect(() => {
    const before = last.current;
    last.current = { order, places };
    if (before.order === order) return;
    stop.current?.();
    stop.current = movePlaces(before.places, target, (next) => setGliding({ target, places: next }));
  }, [order, places, target]);
  useEffect(() => () => stop.current?.(), []);
  return places;
}
