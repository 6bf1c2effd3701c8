/**
 * The canvas below the cards. It is painted when something on it changed or the view moved, and never otherwise; moving
 * the view draws nothing of React again.
 */

import { useStoreApi } from "@xyflow/react";
import { useLayoutEffect, useRef, type ReactElement } from "react";
import { isFarAt } from "./level-of-detail.ts";
import { paintScene, type Picture } from "./paint-scene.ts";
import { readPalette, watchTheme, type Palette } from "./palette.ts";

export type GraphCanvasProps = { readonly picture: Omit<Picture, "palette"> };

/** Several reasons to paint within one task take one painting, before the browser shows anything of it. */
export function GraphCanvas({ picture }: GraphCanvasProps): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const store = useStoreApi();
  const current = useRef(picture);
  const ask = useRef<() => void>(undefined);
  useLayoutEffect(() => {
    let palette: Palette | undefined;
    let isDue = false;
    const paint = (): void => {
      isDue = false;
      const parent = canvas.current?.parentElement;
      if (canvas.current === null || !parent) return;
      palette ??= readPalette(parent);
      const { transform, width, height } = store.getState();
      const [x, y, zoom] = transform;
      if (width === 0) return;
      paintScene(canvas.current, { x, y, zoom }, { width, height }, { ...current.current, palette });
    };
    ask.current = () => {
      if (isDue) return;
      isDue = true;
      queueMicrotask(paint);
    };
    const stop = store.subscribe((state, before) => {
      const isSame =
        state.transform === before.transform &&
        state.width === before.width &&
        state.height === before.height;
      if (!isSame) ask.current?.();
    });
    const stopWatching = watchTheme(() => {
      palette = undefined;
      ask.current?.();
    });
    return () => {
      stop();
      stopWatching();
    };
  }, [store]);
  useLayoutEffect(() => {
    const before = current.current;
    current.current = picture;
    const isNear = !isFarAt(store.getState().transform[2]);
    if (!isNear || !hasSameLinks(before, picture)) ask.current?.();
  }, [picture, store]);
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0">
      <canvas ref={canvas} className="absolute inset-0 size-full" />
    </div>
  );
}

/** From near the canvas holds nothing but links. */
function hasSameLinks(one: GraphCanvasProps["picture"], other: GraphCanvasProps["picture"]): boolean {
  return one.scene.edges === other.scene.edges && one.lit === other.lit && one.hovered === other.hovered;
}
