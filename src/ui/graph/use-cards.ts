/** Which cards are drawn: at first those in the window, and before it moves those around it as well. */
import { useStore, useStoreApi, type Node, type ReactFlowState } from "@xyflow/react";
import { startTransition, useEffect, useMemo, useState } from "react";
import { widenToCells, type GridIndex, type Window } from "../../workbench/graph-view/grid-index.ts";
import { windowOf } from "../../workbench/graph-view/view.ts";
import { createCardPicker } from "./cards-in-window.ts";
import { isFarAt } from "./level-of-detail.ts";

const NO_CARDS: Node[] = [];

/** Once the drawing was there for so long, what is around the window is drawn too, so that the first move finds it. */
const CALM_AFTER_MS = 500;

/** What a card wears stands out over its edge by less. */
const OVERHANG = 16;

/** None before it is known where to look. */
export function useCards(index: GridIndex | undefined): Node[] {
  const isCalm = useCalm(index !== undefined);
  const shown = useStore(isCalm ? cellsShown : windowShown);
  const [pick] = useState(createCardPicker);
  return useMemo(() => (index === undefined ? NO_CARDS : pick(index, shown)), [pick, index, shown]);
}

/** Whether the first cards have stood for a while, or the view was moved or sized since. */
function useCalm(isOpen: boolean): boolean {
  const store = useStoreApi();
  const [isCalm, setCalm] = useState(false);
  useEffect(() => {
    if (!isOpen || isCalm) return undefined;
    const timer = setTimeout(() => startTransition(() => setCalm(true)), CALM_AFTER_MS);
    const stop = store.subscribe((state, before) => {
      const isMoved = state.transform !== before.transform;
      if (isMoved || state.width !== before.width || state.height !== before.height) setCalm(true);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store, isOpen, isCalm]);
  return isCalm;
}

/** What the window touches and no more, as one string. */
function windowShown(state: ReactFlowState): string {
  return say(state, ({ left, top, right, bottom }) => ({
    left: Math.floor(left) - OVERHANG,
    top: Math.floor(top) - OVERHANG,
    right: Math.ceil(right) + OVERHANG,
    bottom: Math.ceil(bottom) + OVERHANG,
  }));
}

/** The cells that the window touches: equal while the same cards are to be drawn. */
function cellsShown(state: ReactFlowState): string {
  return say(state, widenToCells);
}

function say({ transform: [x, y, zoom], width, height }: ReactFlowState, widen: (window: Window) => Window) {
  if (isFarAt(zoom) || width === 0) return "";
  const { left, top, right, bottom } = widen(windowOf({ x, y, zoom }, { width, height }));
  return `${left} ${top} ${right} ${bottom}`;
}
