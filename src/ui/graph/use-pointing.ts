/** What the pointer is over and presses on the drawing itself: links everywhere, and nodes from afar. */
import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useEffect, useRef, type MouseEvent } from "react";
import type { Position } from "../../domain/argument/layout/layout-input.ts";
import { isSameTarget, WHOLE_CASE, type DeskTarget } from "../../workbench/desk/selection.ts";
import { findEdgeAt, findNodeAt, type Scene } from "../../workbench/graph-view/scene.ts";
import { useDesk } from "../desk/use-desk.ts";
import { isFarAt } from "./level-of-detail.ts";
import { useLatest } from "./use-latest.ts";

/** How near a pointer must be, in pixels on the screen. */
const REACH = { node: 14, edge: 8 } as const;

export type Pointing = {
  readonly findAt: (point: Position) => DeskTarget;
  readonly press: (event: MouseEvent) => DeskTarget;
  readonly move: (event: MouseEvent) => void;
  readonly leave: () => void;
};

/** Looked up once a frame at most, however quickly the pointer moves. */
export function usePointing(scene: Scene): Pointing {
  const desk = useDesk();
  const { screenToFlowPosition } = useReactFlow();
  const store = useStoreApi();
  const frame = useRef<number>(undefined);
  const findAt = (point: Position): DeskTarget => {
    const zoom = store.getState().transform[2];
    const node = findNodeAt(scene, point, isFarAt(zoom) ? REACH.node / zoom : 0);
    if (node !== undefined) return { type: "node", id: node };
    const edge = findEdgeAt(scene, point, REACH.edge / zoom);
    return edge === undefined ? WHOLE_CASE : { type: "edge", id: edge.id };
  };
  const at = ({ clientX, clientY }: MouseEvent): DeskTarget =>
    findAt(screenToFlowPosition({ x: clientX, y: clientY }));
  const hover = (target: DeskTarget | undefined): void => {
    const { hovered } = desk.selection.getState();
    if (!isSameTarget(hovered, target)) desk.hover(target);
  };
  const forget = (): void => {
    if (frame.current !== undefined) cancelAnimationFrame(frame.current);
    frame.current = undefined;
  };
  useEffect(() => () => cancelAnimationFrame(frame.current ?? 0), []);
  const press = useLatest(at);
  const move = useLatest(({ clientX, clientY, buttons }: MouseEvent): void => {
    if (buttons !== 0 || frame.current !== undefined) return;
    frame.current = requestAnimationFrame(() => {
      frame.current = undefined;
      const target = findAt(screenToFlowPosition({ x: clientX, y: clientY }));
      hover(target.type === "case" ? undefined : target);
    });
  });
  const leave = useLatest((): void => {
    forget();
    hover(undefined);
  });
  return { findAt, press, move, leave };
}
