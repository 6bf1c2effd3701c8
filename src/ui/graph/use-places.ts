/** The places of all cards: they follow the graph, and are put in order on request. */
import { useEffect, useMemo, useRef, useState } from "react";
import type { ArgumentGraph } from "../../domain/argument/graph.ts";
import { createPlacer, type Places } from "../../workbench/graph-view/places.ts";
import { movePlaces } from "./move-places.ts";

/** Where the cards stand now, and what puts them in order. */
export function usePlaces(graph: ArgumentGraph): {
  readonly places: Places;
  readonly tidy: () => void;
} {
  const [placer] = useState(createPlacer);
  // Following the same graph again changes nothing, so it may be done while drawing.
  const followed = useMemo(() => placer.follow(graph), [placer, graph]);
  // Once something arrives the gliding is over: what arrived was placed where the gliding leads.
  const [moved, setMoved] = useState<{ readonly graph: ArgumentGraph; readonly places: Places }>();
  const places = moved?.graph === graph ? moved.places : followed;
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);
  const tidy = (): void => {
    stop.current?.();
    stop.current = movePlaces(places, placer.tidy(graph), (next) => setMoved({ graph, places: next }));
  };
  return { places, tidy };
}
