/** Where the drawing is looked at: the leader or all of it at first, then wherever a person moved. */
import { useReactFlow, useStore } from "@xyflow/react";
import { useCallback, useEffect, useRef } from "react";
import type { NodeId } from "../../domain/argument/graph.ts";
import type { Scene } from "../../workbench/graph-view/scene.ts";
import { viewOfAll, viewToOpen } from "../../workbench/graph-view/view.ts";
import { wantsNoMotion } from "./move-places.ts";

const DURATION_MS = 260;

export type GraphView = {
  readonly showAll: () => void;
  /** What is seen when the graph is opened: the leader, or what is in focus, from near. */
  readonly showLeader: () => void;
  /** A person looks elsewhere; from now on nothing moves the view but they. */
  readonly leave: () => void;
};

/**
 * What follows the drawing while it grows: at first what opens, after "show all" everything, after a person moved it
 * nothing. The view only moves when what it shows would be another, so that what grows elsewhere shakes nothing.
 */
export function useView(scene: Scene, leader: NodeId | undefined, focus: NodeId | undefined): GraphView {
  const { setViewport } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const follows = useRef<"opening" | "all" | "nothing">("opening");
  const hasOpened = useRef(false);
  const { bounds, index } = scene;
  const leaderPlace = leader === undefined ? undefined : index.places.get(leader);
  const show = useCallback(
    (what: "opening" | "all") => {
      if (width === 0 || height === 0) return;
      const frame = { width, height };
      const view = what === "all" ? viewOfAll(bounds, frame) : viewToOpen(bounds, leaderPlace, frame);
      const isFirst = !hasOpened.current;
      hasOpened.current = true;
      void setViewport(view, isFirst || wantsNoMotion() ? {} : { duration: DURATION_MS });
    },
    [setViewport, bounds, leaderPlace, width, height],
  );
  const focused = useRef(focus);
  useEffect(() => {
    // Another focus is another drawing: it is opened anew, wherever the last one was looked at.
    if (focused.current !== focus) follows.current = "opening";
    focused.current = focus;
    if (follows.current !== "nothing") show(follows.current);
  }, [show, focus]);
  const follow = (what: "opening" | "all"): void => {
    follows.current = what;
    show(what);
  };
  return {
    showAll: () => follow("all"),
    showLeader: () => follow("opening"),
    leave: () => {
      follows.current = "nothing";
    },
  };
}
