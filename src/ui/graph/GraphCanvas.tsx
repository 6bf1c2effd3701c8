/** The canvas below the cards. Moving the view draws nothing of React again, and as a rule paints nothing either. */

import { useStoreApi } from "@xyflow/react";
import { useLayoutEffect, useRef, type ReactElement } from "react";
import { isFarAt } from "./level-of-detail.ts";
import type { Picture } from "./paint-scene.ts";
import { readPalette, watchTheme, type Palette } from "./palette.ts";
import { createSheetPainter, type SheetPainter } from "./sheet-painter.ts";

export type GraphCanvasProps = {
  /** Undefined before it is known where to look. */
  readonly picture: Omit<Picture, "palette"> | undefined;
};

/** Painted when something on it changed, or where the view has moved to what was not painted yet. */
export function GraphCanvas({ picture }: GraphCanvasProps): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const store = useStoreApi();
  const current = useRef(picture);
  const painter = useRef<SheetPainter>(undefined);
  useLayoutEffect(() => {
    const { current: element } = canvas;
    if (element === null) return undefined;
    let palette: Palette | undefined;
    const readPicture = (): Picture | undefined => {
      if (current.current === undefined) return undefined;
      palette ??= readPalette(element.parentElement ?? element);
      return { ...current.current, palette };
    };
    const created = createSheetPainter({
      canvas: element,
      readView: () => {
        const [x, y, zoom] = store.getState().transform;
        return { x, y, zoom };
      },
      readFrame: () => store.getState(),
      readPicture,
      isHeld: () => store.getState().paneDragging,
      onMoving: (isMoving) => moveWhole(store.getState().domNode, isMoving),
    });
    painter.current = created;
    const stop = store.subscribe((state, before) => {
      if (state.transform !== before.transform) created.follow();
      if (state.width !== before.width || state.height !== before.height) created.repaint();
    });
    const stopWatching = watchTheme(() => {
      palette = undefined;
      created.repaint();
    });
    return () => {
      created.stop();
      stop();
      stopWatching();
    };
  }, [store]);
  useLayoutEffect(() => {
    const before = current.current;
    current.current = picture;
    const isNear = !isFarAt(store.getState().transform[2]);
    if (!isNear || !hasSameLinks(before, picture)) painter.current?.repaint();
  }, [picture, store]);
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 overflow-hidden">
      <canvas
        ref={canvas}
        className="absolute start-0 top-0 max-w-none origin-top-left will-change-transform"
      />
    </div>
  );
}

/** While the view moves its cards are moved as one picture; at rest each of them is drawn as sharp as can be. */
function moveWhole(flow: HTMLElement | null, isMoving: boolean): void {
  const cards = flow?.querySelector<HTMLElement>(".react-flow__viewport");
  if (cards) cards.style.willChange = isMoving ? "transform" : "";
}

/** From near the canvas holds nothing but links. */
function hasSameLinks(one: GraphCanvasProps["picture"], other: GraphCanvasProps["picture"]): boolean {
  return (
    one?.scene.edges === other?.scene.edges && one?.lit === other?.lit && one?.hovered === other?.hovered
  );
}
