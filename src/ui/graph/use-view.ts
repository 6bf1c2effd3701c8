/** Where the drawing is looked at: the leader or all of it at first, then wherever a person moved. */
import { useReactFlow, useStore, useStoreApi } from "@xyflow/react";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from "react";
import type { NodeId } from "../../domain/argument/graph.ts";
import type { Position } from "../../domain/argument/layout/layout-input.ts";
import type { Scene } from "../../workbench/graph-view/scene.ts";
import { viewOfAll, viewToOpen, type View } from "../../workbench/graph-view/view.ts";
import { wantsNoMotion } from "./move-places.ts";
import { useLatest } from "./use-latest.ts";

const DURATION_MS = 260;
/** A drawing that grows all the time is followed this often at most, for a move paints all of it at every frame; and sooner once it rests. */
const PATIENCE_MS = { least: 1500, most: 3000, rest: 750 } as const;
/** Less than this, in pixels and in parts of the zoom, nobody sees. */
const UNSEEN = { pixels: 1, zoom: 0.002 } as const;

export type GraphView = {
  readonly showAll: () => void;
  /** What is seen when the graph is opened: the leader, or what is in focus, from near. */
  readonly showLeader: () => void;
  /** A person looks elsewhere; from now on nothing moves the view but they. */
  readonly leave: () => void;
  /** Whether a person asked to see everything, and it is followed as it grows. */
  readonly isShowingAll: () => boolean;
  /** Before that nothing is worth drawing: it would be drawn again at once, elsewhere. */
  readonly hasOpened: boolean;
  /** Where the drawing begins; undefined until its frame was looked at, and within it while that has no size. */
  readonly start: { readonly view: View | undefined } | undefined;
};

export type ViewParts = {
  readonly frame: RefObject<HTMLElement | null>;
  readonly scene: Scene;
  readonly leader: NodeId | undefined;
  readonly focus: NodeId | undefined;
};

/**
 * What follows the drawing while it grows: at first what opens, after "show all" everything, after a person moved it
 * nothing. The view only moves when what it shows would be another, so that what grows elsewhere shakes nothing.
 */
export function useView({ frame, scene, leader, focus }: ViewParts): GraphView {
  const { setViewport } = useReactFlow();
  const store = useStoreApi();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const follows = useRef<"opening" | "all" | "nothing">("opening");
  const start = useStart(
    frame,
    scene.bounds,
    leader === undefined ? undefined : scene.index.places.get(leader),
  );
  const [isOpen, setOpened] = useState(false);
  const hasOpened = isOpen || start?.view !== undefined;
  const movedAt = useRef(Number.NEGATIVE_INFINITY);
  const { bounds, index } = scene;
  const leaderPlace = leader === undefined ? undefined : index.places.get(leader);
  const show = useCallback(
    (what: "opening" | "all") => {
      if (width === 0 || height === 0) return;
      const size = { width, height };
      const view = what === "all" ? viewOfAll(bounds, size) : viewToOpen(bounds, leaderPlace, size);
      setOpened(true);
      if (isSeen(view, store.getState().transform)) return;
      movedAt.current = performance.now();
      void setViewport(view, !hasOpened || wantsNoMotion() ? {} : { duration: DURATION_MS });
    },
    [setViewport, store, bounds, leaderPlace, width, height, hasOpened],
  );
  const focused = useRef(focus);
  useEffect(() => {
    // Another focus is another drawing: it is opened anew, wherever the last one was looked at.
    const isOther = focused.current !== focus;
    if (isOther) follows.current = "opening";
    focused.current = focus;
    const followNow = (): void => {
      if (follows.current !== "nothing") show(follows.current);
    };
    const waitMs = isOther ? 0 : waitAfter(performance.now() - movedAt.current);
    if (waitMs <= 0) return followNow();
    const timer = setTimeout(followNow, waitMs);
    return () => clearTimeout(timer);
  }, [show, focus]);
  const follow = useLatest((what: "opening" | "all"): void => {
    follows.current = what;
    show(what);
  });
  return useMemo(
    () => ({
      showAll: () => follow("all"),
      showLeader: () => follow("opening"),
      leave: () => {
        follows.current = "nothing";
      },
      isShowingAll: () => follows.current === "all",
      hasOpened,
      start,
    }),
    [follow, hasOpened, start],
  );
}

/** How long what is new now waits to be followed, so long after the last move; something newer begins its wait anew. */
function waitAfter(sinceMs: number): number {
  const { least, most, rest } = PATIENCE_MS;
  return Math.min(most - sinceMs, Math.max(least - sinceMs, rest));
}

/** The first view is known before anything is drawn, so that the drawing is there at once and drawn once. */
function useStart(
  frame: ViewParts["frame"],
  bounds: Scene["bounds"],
  leader: Position | undefined,
): GraphView["start"] {
  const store = useStoreApi();
  const [start, setStart] = useState<GraphView["start"]>();
  const begin = useLatest((): void => {
    const { clientWidth: width = 0, clientHeight: height = 0 } = frame.current ?? {};
    if (width === 0 || height === 0) return setStart({ view: undefined });
    const view = viewToOpen(bounds, leader, { width, height });
    store.setState({ width, height, transform: [view.x, view.y, view.zoom] });
    return setStart({ view });
  });
  useLayoutEffect(begin, [begin]);
  return start;
}

/** Whether a view is what is seen already. */
function isSeen({ x, y, zoom }: View, [atX, atY, atZoom]: readonly [number, number, number]): boolean {
  const isThere = Math.abs(x - atX) < UNSEEN.pixels && Math.abs(y - atY) < UNSEEN.pixels;
  return isThere && Math.abs(zoom - atZoom) < UNSEEN.zoom;
}
