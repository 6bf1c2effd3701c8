/** Brings into sight what is chosen in another panel: it glides there, unfolds what hides it, and takes no focus. */
import { useReactFlow, useStore as useFlowStore, useStoreApi } from "@xyflow/react";
import { useEffect, useRef } from "react";
import { useStore } from "zustand/react";
import { isSameTarget, WHOLE_CASE, type DeskTarget } from "../../workbench/desk/selection.ts";
import { unfoldFor } from "../../workbench/graph-view/collapse.ts";
import type { Scene } from "../../workbench/graph-view/scene.ts";
import { cardsOf, seekView } from "../../workbench/graph-view/seek-card.ts";
import { useDesk, useFacts } from "../desk/use-desk.ts";
import { isFarAt } from "./level-of-detail.ts";
import { wantsNoMotion } from "./move-places.ts";
import type { GraphChoice } from "./use-choice.ts";
import { useLatest } from "./use-latest.ts";
import type { GraphView } from "./use-view.ts";

const DURATION_MS = 260;
/** So long the card is looked for: it may have to be unfolded first, and what says its words makes the frame smaller. */
const PATIENCE_MS = 900;

export type SeekParts = {
  readonly scene: Scene;
  readonly choice: GraphChoice;
  readonly view: GraphView;
};

export type Seek = {
  /** What is chosen in the drawing itself is seen already. */
  readonly choseHere: (target: DeskTarget) => void;
  /** A person looks elsewhere. */
  readonly giveUp: () => void;
};

/** Looks for whatever is chosen next, and at first for what was chosen before the graph was opened. */
export function useSeek({ scene, choice, view }: SeekParts): Seek {
  const selected = useStore(useDesk().selection, (selection) => selection.selected);
  const height = useFlowStore((state) => state.height);
  const { hasOpened } = view;
  const seek = useSeeking({ choice, view });
  const own = useRef<DeskTarget>(undefined);
  const last = useRef({ selected: WHOLE_CASE, until: 0, hadOpened: false });
  useEffect(() => {
    const { hadOpened } = last.current;
    const isOwn = isSameTarget(own.current, selected);
    own.current = undefined;
    const isOther = last.current.selected !== selected;
    const until = isOther ? performance.now() + (isOwn ? 0 : PATIENCE_MS) : last.current.until;
    last.current = { selected, until, hadOpened: hasOpened };
    if (!hasOpened || height === 0 || (hadOpened && performance.now() >= until)) return;
    seek(selected, scene, hadOpened);
  }, [selected, scene, height, hasOpened, seek]);
  const choseHere = useLatest((target: DeskTarget): void => {
    own.current = target;
  });
  const giveUp = useLatest((): void => {
    last.current = { ...last.current, until: 0 };
  });
  return { choseHere, giveUp };
}

/** Goes to a target, gliding unless the graph is only just being opened. */
function useSeeking({
  choice,
  view,
}: Omit<SeekParts, "scene">): (target: DeskTarget, scene: Scene, mayGlide: boolean) => void {
  const graph = useFacts((facts) => facts.graph);
  const store = useStoreApi();
  const { setViewport } = useReactFlow();
  return useLatest((target: DeskTarget, scene: Scene, mayGlide: boolean): void => {
    const { collapsed } = choice.filter;
    const kept = target.type === "node" ? unfoldFor(graph, collapsed, target.id) : collapsed;
    if (kept.size < collapsed.size) return choice.setFolded(kept);
    const { transform, width, height, paneDragging } = store.getState();
    const [x, y, zoom] = transform;
    const next = seekView({
      cards: cardsOf(graph, scene.index.places, target),
      view: { x, y, zoom },
      frame: { width, height },
      isReadable: !isFarAt(zoom),
      isHeld: paneDragging,
      isShowingAll: view.isShowingAll(),
    });
    if (next === undefined) return undefined;
    view.leave();
    void setViewport(next, mayGlide && !wantsNoMotion() ? { duration: DURATION_MS } : {});
    return undefined;
  });
}
