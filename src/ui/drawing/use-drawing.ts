/** The scene of a picture in which nothing moves while the record is walked through. */
import { useMemo, useState } from "react";
import type { ArgumentGraph } from "../../domain/argument/graph.ts";
import { createPlacer } from "../../workbench/graph-view/places.ts";
import { NO_FILTER } from "../../workbench/graph-view/scene-filter.ts";
import { createSceneKeeper, type Scene } from "../../workbench/graph-view/scene.ts";

/** Everything has its place from the beginning: that of the whole argument, of which `graph` is a part. */
export function useDrawing(graph: ArgumentGraph, whole: ArgumentGraph): Scene {
  const [drawing] = useState(() => {
    const placer = createPlacer();
    placer.follow(whole);
    return { placer, keep: createSceneKeeper() };
  });
  return useMemo(() => drawing.keep(graph, drawing.placer.follow(graph), NO_FILTER), [drawing, graph]);
}
