/**
 * Drawing a link from one card to another card or link: by dragging from a card's handle, or by choosing both ends one
 * after the other with the pointer or the keys. What it says is then asked elsewhere.
 */
import { useReactFlow } from "@xyflow/react";
import { useCallback, useEffect, useRef, useState, type PointerEvent, type RefObject } from "react";
import type { ArgumentGraph, NodeId, TargetId } from "../../domain/argument/graph.ts";
import { offerMoves } from "../../domain/argument/offered-moves.ts";
import type { Position } from "../../domain/argument/layout/layout-input.ts";
import { useFacts } from "../desk/use-desk.ts";
import { useLatest } from "./use-latest.ts";

/** Both ends of a link that is not there yet. */
type LinkEnds = { readonly from: NodeId; readonly to: TargetId };

export type Linking = {
  /** Undefined while no link is being drawn. */
  readonly from: NodeId | undefined;
  readonly begin: (from: NodeId) => void;
  readonly beginByPointer: (from: NodeId, event: PointerEvent) => void;
  readonly cancel: () => void;
  /** Takes the other end; false where nothing may be said between the two. */
  readonly finish: (to: TargetId) => boolean;
  readonly allows: (to: TargetId) => boolean;
};

export type LinkingParts = {
  /** The line that follows the pointer is drawn into this. */
  readonly ghost: RefObject<SVGPathElement | null>;
  /** What lies at a place of the drawing. */
  readonly findAt: (point: Position) => TargetId | undefined;
  readonly onPicked: (ends: LinkEnds) => void;
};

const CLICK = 6;

/** Escape gives up. */
export function useLinking({ ghost, findAt, onPicked }: LinkingParts): Linking {
  const graph = useFacts((facts) => facts.graph);
  const { screenToFlowPosition } = useReactFlow();
  const [from, setFrom] = useState<NodeId>();
  const stop = useRef<() => void>(undefined);
  const allows = useCallback(
    (to: TargetId) => from !== undefined && isLinkable(graph, from, to),
    [graph, from],
  );
  const cancel = useCallback(() => {
    stop.current?.();
    setFrom(undefined);
  }, []);
  const finishFrom = useLatest((start: NodeId, to: TargetId): boolean => {
    if (!isLinkable(graph, start, to)) return false;
    cancel();
    onPicked({ from: start, to });
    return true;
  });
  const beginByPointer = useLatest((start: NodeId, event: PointerEvent): void => {
    event.stopPropagation();
    event.preventDefault();
    setFrom(start);
    stop.current = followPointer(event.nativeEvent, ghost, (end) => {
      // A press without a drag leaves the other end to be chosen by a second press.
      if (Math.hypot(end.clientX - event.clientX, end.clientY - event.clientY) < CLICK) return;
      const to = findAt(screenToFlowPosition({ x: end.clientX, y: end.clientY }));
      if (to === undefined || !finishFrom(start, to)) cancel();
    });
  });
  const finish = useLatest((to: TargetId) => from !== undefined && finishFrom(from, to));
  useEffect(() => () => stop.current?.(), []);
  return { from, begin: setFrom, beginByPointer, cancel, finish, allows };
}

function isLinkable(graph: ArgumentGraph, from: NodeId, to: TargetId): boolean {
  return offerMoves(graph, from, to, "").legal.length > 0;
}

/** Draws a line from where the pointer went down to where it is, until it is let go. */
function followPointer(
  start: globalThis.PointerEvent,
  ghost: RefObject<SVGPathElement | null>,
  onEnd: (event: globalThis.PointerEvent) => void,
): () => void {
  const draw = (event: globalThis.PointerEvent): void => {
    const frame = ghost.current?.ownerSVGElement?.getBoundingClientRect();
    if (frame === undefined) return;
    const [x, y] = [frame.left, frame.top];
    ghost.current?.setAttribute(
      "d",
      `M${start.clientX - x} ${start.clientY - y}L${event.clientX - x} ${event.clientY - y}`,
    );
  };
  const end = (event: globalThis.PointerEvent): void => {
    stop();
    if (event.type === "pointerup") onEnd(event);
  };
  const stop = (): void => {
    ghost.current?.removeAttribute("d");
    globalThis.removeEventListener("pointermove", draw);
    globalThis.removeEventListener("pointerup", end);
    globalThis.removeEventListener("pointercancel", end);
  };
  globalThis.addEventListener("pointermove", draw);
  globalThis.addEventListener("pointerup", end);
  globalThis.addEventListener("pointercancel", end);
  return stop;
}
