/** The keys of the graph; every one of them has a button that does the same. */
import { useReactFlow, useStoreApi } from "@xyflow/react";
import type { KeyboardEvent } from "react";
import type { NodeId } from "../../domain/argument/graph.ts";
import { nextTowards, type Direction } from "../../workbench/graph-view/neighbour.ts";
import { CARD } from "../../workbench/graph-view/places.ts";
import type { Scene } from "../../workbench/graph-view/scene.ts";
import { windowOf } from "../../workbench/graph-view/view.ts";
import { wantsNoMotion } from "./move-places.ts";
import { useLatest } from "./use-latest.ts";

/** What a letter or sign does; undefined leaves the key to the browser. */
export type KeyActions = Readonly<Record<string, (here: NodeId | undefined) => void>>;

export type GraphKeys = {
  readonly scene: Scene;
  readonly leader: NodeId | undefined;
  readonly cursor: NodeId | undefined;
  readonly onCursor: (id: NodeId) => void;
  readonly actions: KeyActions;
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
    const { left, top, right, bottom } = windowOf({ x, y, zoom }, { width, height });
    const isInside =
      place.x >= left && place.x + CARD.width <= right && place.y >= top && place.y + CARD.height <= bottom;
    if (isInside) return;
    const motion = wantsNoMotion() ? {} : { duration: 180 };
    void setCenter(place.x + CARD.width / 2, place.y + CARD.height / 2, { zoom, ...motion });
  };
}

/** What a key press on the graph does: arrows from card to card, the rest as told. */
export function useGraphKeys(keys: GraphKeys): (event: KeyboardEvent) => void {
  const { scene, leader, cursor, onCursor, actions } = keys;
  const goTo = useGoTo(scene, onCursor);
  const { places } = scene.index;
  return useLatest((event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const here = cursor !== undefined && places.has(cursor) ? cursor : undefined;
    const direction = DIRECTIONS[event.key];
    if (direction !== undefined) {
      const first = leader !== undefined && places.has(leader) ? leader : [...places.keys()][0];
      const next = here === undefined ? first : nextTowards(places, here, direction);
      if (next !== undefined) goTo(next);
    } else {
      const act = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (act === undefined) return;
      act(here);
    }
    event.preventDefault();
  });
}
