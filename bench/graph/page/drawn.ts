/** What every way to draw the graph offers to the bench. */
import type { Sample } from "./sample.ts";

export type View = { readonly x: number; readonly y: number; readonly zoom: number };
export type Point = { readonly x: number; readonly y: number };

export type Drawn = {
  /** From the call to the first frame that shows it. */
  readonly mountMs: number;
  /** Shows everything, or the middle at a zoom of one. */
  readonly show: (what: "all" | "near") => Promise<void>;
  /** Moves the view by so many pixels from where `show` left it. */
  readonly moveBy: (offset: Point) => void;
  readonly change: (sample: Sample) => void;
  readonly remove: () => void;
};

/** The next frame. */
export function nextFrame(): Promise<number> {
  return new Promise((done) => requestAnimationFrame(done));
}

/** Two frames later all that was asked for has been drawn. */
export async function settle(): Promise<void> {
  await nextFrame();
  await nextFrame();
}
