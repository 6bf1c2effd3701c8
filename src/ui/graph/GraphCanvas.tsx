/** The canvas below the cards: it is painted when something on it changed, and never otherwise. */

import { useEffect, useLayoutEffect, useRef, type ReactElement } from "react";
import { paintScene, type Picture, type View } from "./paint-scene.ts";
import { PALETTE_CLASSES, readPalette, watchTheme } from "./palette.ts";

export type GraphCanvasProps = {
  readonly picture: Omit<Picture, "palette">;
  readonly view: View;
  readonly width: number;
  readonly height: number;
};

/** One paint a frame at most; the theme's colours are read again when the theme may have changed. */
export function GraphCanvas({ picture, view, width, height }: GraphCanvasProps): ReactElement {
  const root = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const paint = useRef<() => void>(undefined);
  useLayoutEffect(() => {
    paint.current = () => {
      if (root.current === null || canvas.current === null) return;
      paintScene(
        canvas.current,
        { ...view, width, height },
        { ...picture, palette: readPalette(root.current) },
      );
    };
    paint.current();
  }, [picture, view, width, height]);
  useEffect(() => watchTheme(() => paint.current?.()), []);
  return (
    <div ref={root} aria-hidden="true" className="pointer-events-none absolute inset-0">
      {Object.entries(PALETTE_CLASSES).map(([name, className]) => (
        <span key={name} data-colour={name} hidden className={className} />
      ))}
      <canvas ref={canvas} className="absolute inset-0 size-full" />
    </div>
  );
}
