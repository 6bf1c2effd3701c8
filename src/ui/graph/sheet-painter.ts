/**
 * Keeps the canvas showing the picture: painted when something on it changed, only moved while the view moves, and
 * painted again once the view stands still, so that it is sharp. Nothing is asked of the browser without need.
 */
import { holdsView, isSharpAt, placeSheet, planSheet, type Sheet } from "../../workbench/graph-view/sheet.ts";
import type { FrameSize, View } from "../../workbench/graph-view/view.ts";
import { isFarAt } from "./level-of-detail.ts";
import { paintScene, type Picture } from "./paint-scene.ts";

export type SheetPainterParts = {
  readonly canvas: HTMLCanvasElement;
  readonly readView: () => View;
  readonly readFrame: () => FrameSize;
  /** Undefined while there is nothing to show yet. */
  readonly readPicture: () => Picture | undefined;
  /** Whether a hand is on the drawing: then the view may go on moving at any time. */
  readonly isHeld: () => boolean;
  /** Told at the first move, and when the view stands still again. */
  readonly onMoving: (isMoving: boolean) => void;
};

export type SheetPainter = {
  /** The view is another, or its frame. */
  readonly follow: () => void;
  /** What is to be seen is another. */
  readonly repaint: () => void;
  readonly stop: () => void;
};

/** In parts of the frame: about as far as one drag leads. */
const SPARE = 0.3;
/** The view stands still once it has not moved for so long. */
const STILL_AFTER_MS = 140;
/** What changes while the view moves is painted this often at most. */
const PATIENCE_MS = 300;

/** Several reasons to paint within one task take one painting, before the browser shows anything of it. */
export function createSheetPainter(parts: SheetPainterParts): SheetPainter {
  const { canvas, readView, readFrame, readPicture, isHeld, onMoving } = parts;
  let sheet: Sheet | undefined;
  let isStale = true;
  let isDue = false;
  let paintedAt = Number.NEGATIVE_INFINITY;
  let moving: ReturnType<typeof setTimeout> | undefined;
  const paint = (view: View, frame: FrameSize, spare: number): void => {
    const picture = readPicture();
    if (picture === undefined || frame.width === 0) return;
    const ratio = globalThis.devicePixelRatio;
    sheet = planSheet({ view, frame, bounds: picture.scene.bounds, ratio, spare });
    paintScene(canvas, sheet, frame, picture);
    isStale = false;
    paintedAt = performance.now();
  };
  const show = (): void => {
    isDue = false;
    const [view, frame] = [readView(), readFrame()];
    const isMoving = moving !== undefined;
    const mayWait = isMoving && performance.now() < paintedAt + PATIENCE_MS;
    const isOnSheet = sheet !== undefined && holdsView(sheet, view, frame) && isLike(sheet.view, view);
    if (!isOnSheet || (isStale && !mayWait)) paint(view, frame, isMoving && sheet !== undefined ? SPARE : 0);
    if (sheet !== undefined) place(canvas, placeSheet(sheet, view));
  };
  const showSoon = (): void => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(show);
  };
  const rest = (): void => {
    if (isHeld()) {
      moving = setTimeout(rest, STILL_AFTER_MS);
      if (isStale) showSoon();
      return;
    }
    moving = undefined;
    onMoving(false);
    const isSharp = sheet?.ratio === globalThis.devicePixelRatio && isSharpAt(sheet, readView());
    if (isSharp && !isStale) return;
    paint(readView(), readFrame(), SPARE);
    if (sheet !== undefined) place(canvas, placeSheet(sheet, readView()));
  };
  return {
    follow: () => {
      if (moving === undefined) onMoving(true);
      clearTimeout(moving);
      moving = setTimeout(rest, STILL_AFTER_MS);
      showSoon();
    },
    repaint: () => {
      isStale = true;
      showSoon();
    },
    stop: () => clearTimeout(moving),
  };
}

/** From near and from afar different things are painted. */
function isLike(painted: View, view: View): boolean {
  return isFarAt(painted.zoom) === isFarAt(view.zoom);
}

function place({ style }: HTMLCanvasElement, { x, y, zoom }: View): void {
  style.transform = `translate(${x}px, ${y}px) scale(${zoom})`;
}
