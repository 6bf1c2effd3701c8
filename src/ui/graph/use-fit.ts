/** Keeps the whole drawing in sight until a person moves it: what grows at the edge would else grow unseen. */
import { useReactFlow, useStore } from "@xyflow/react";
import { useCallback, useEffect, type RefObject } from "react";
import type { Scene } from "../../workbench/graph-view/scene.ts";
import { wantsNoMotion } from "./move-places.ts";

const PADDING = 0.08;
const DURATION_MS = 220;

/** Shows the whole scene. */
export function useShowAll(scene: Scene): () => void {
  const { fitBounds } = useReactFlow();
  const { left, top, right, bottom } = scene.bounds;
  return useCallback(() => {
    const bounds = { x: left, y: top, width: right - left, height: bottom - top };
    void fitBounds(bounds, { padding: PADDING, ...(wantsNoMotion() ? {} : { duration: DURATION_MS }) });
  }, [fitBounds, left, top, right, bottom]);
}

/** Shows all whenever the drawing or its frame is of another size, until `moved` says that a person looks elsewhere. */
export function useFit(scene: Scene, moved: RefObject<boolean>): void {
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const showAll = useShowAll(scene);
  useEffect(() => {
    if (width > 0 && height > 0 && !moved.current) showAll();
  }, [showAll, width, height, moved]);
}
