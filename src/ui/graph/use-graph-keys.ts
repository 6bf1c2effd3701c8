/** The keys of the graph: arrows from card to card, Enter selects, plus and minus zoom, 0 shows all. */
import { useReactFlow, useStoreApi } from "@xyflow/react";
import type { KeyboardEvent } from "react";
import type { NodeId } from "../../domain/argument/graph.ts";
import { nextTowards, type Direction } from "../../workbench/graph-view/neighbour.ts";
import { CARD } from "../../workbench/graph-view/places.ts";
import type { Scene } from "../../workbench/graph-view/scene.ts";
import { useArgument } from "../desk/use-argument.ts";
import { useDesk } from "../desk/use-desk.ts";
import { wantsNoMotion } from "./move-places.ts";
import { windowOf } from "./paint-scene.ts";
import { useShowAll } from "./use-fit.ts";

export type GraphKeys = {
  readonly scene: Scene;
  readonly cursor: NodeId | undefined;
  readonly onCursor: (id: NodeId) => void;
};

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** Moves the cursor to a card and brings it into sight. */
export function useGoTo(scene: Scene, onCursor: (id: NodeId) => void): (id: NodeId) => void {
  const { setCenter } = useReactFlow();
  const store = useStoreApi();
  return (id) => {
    onCursor(id);
    const place = scene.index.places.get(id);
    if (place === undefined) return;
    const { transform, width, height } = store.getState();
    const [x, y, zoom] = transform;
    const { left, top, right, bottom } = windowOf({ x, y, zoom }, width, height);
    const isInside =
      place.x >= left && place.x + CARD.width <= right && place.y >= top && place.y + CARD.height <= bottom;
    if (isInside) return;
    const motion = wantsNoMotion() ? {} : { duration: 180 };
    void setCenter(place.x + CARD.width / 2, place.y + CARD.height / 2, { zoom, ...motion });
  };
}

/** What a key press on the graph does; other keys stay the browser's. */
export function useGraphKeys({ scene, cursor, onCursor }: GraphKeys): (event: KeyboardEvent) => void {
  const desk = useDesk();
  const { leader } = useArgument();
  const { zoomIn, zoomOut } = useReactFlow();
  const goTo = useGoTo(scene, onCursor);
  const showAll = useShowAll(scene);
  const first = leader !== undefined && scene.nodes.has(leader) ? leader : [...scene.nodes.keys()][0];
  const act = (key: string): boolean => {
    const direction = DIRECTIONS[key];
    const here = cursor !== undefined && scene.nodes.has(cursor) ? cursor : undefined;
    if (direction !== undefined) {
      const next = here === undefined ? first : nextTowards(scene.index.places, here, direction);
      if (next !== undefined) goTo(next);
    } else if ((key === "Enter" || key === " ") && here !== undefined)
      desk.select({ type: "node", id: here });
    else if (key === "+" || key === "=") void zoomIn();
    else if (key === "-") void zoomOut();
    else if (key === "0") showAll();
    else return false;
    return true;
  };
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (act(event.key)) event.preventDefault();
  };
}
