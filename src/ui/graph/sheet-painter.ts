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

type Timer = ReturnType<typeof setTimeout> | undefined;

/** In parts of the frame: about as far as one drag leads. */
const SPARE = 0.3;
/** The view stands still once it has not moved for so long. */
const STILL_AFTER_MS = 140;
/** What changes while the view moves is painted at once if it costs next to nothing, and waits so many times its cost. */
const PATIENCE = { times: 10, mostMs: 300 } as const;
/** Once nothing has changed for so long, what is spare is painted too, so that the first move finds it there. */
const CALM_AFTER_MS = 500;

/** Several reasons to paint within one task take one painting, before the browser shows anything of it. */
export function createSheetPainter(parts: SheetPainterParts): SheetPainter {
  const { isHeld, onMoving } = parts;
  const table = createTable(parts);
  let isStale = true;
  let isDue = false;
  let moving: Timer;
  /** Held, and yet not moved: nothing beyond the frame is about to be seen. */
  let isStill = true;
  let widening: Timer;
  const paint = (spare: number): void => {
    if (table.paint(spare)) isStale = false;
  };
  const show = (): void => {
    isDue = false;
    const mayWait = !isStill && performance.now() < table.waitUntil();
    if (table.holdsView() && (!isStale || mayWait)) return table.place();
    paint(!isStill && table.isPainted() ? SPARE : 0);
    clearTimeout(widening);
    widening = setTimeout(widen, CALM_AFTER_MS);
    return undefined;
  };
  const widen = (): void => {
    if (moving === undefined && !table.holdsAll()) paint(SPARE);
  };
  const showSoon = (): void => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(show);
  };
  const rest = (): void => {
    isStill = true;
    if (isHeld()) {
      moving = setTimeout(rest, STILL_AFTER_MS);
      if (isStale) showSoon();
      return;
    }
    moving = undefined;
    onMoving(false);
    if (isStale || !table.isSharp()) paint(SPARE);
  };
  return {
    follow: () => {
      if (moving === undefined) onMoving(true);
      isStill = false;
      clearTimeout(moving);
      moving = setTimeout(rest, STILL_AFTER_MS);
      showSoon();
    },
    repaint: () => {
      isStale = true;
      showSoon();
    },
    stop: () => {
      clearTimeout(moving);
      clearTimeout(widening);
    },
  };
}

type Table = {
  /** Puts a fresh sheet on it, with so much to spare; false while there is nothing to show. */
  readonly paint: (spare: number) => boolean;
  /** Moves the sheet to where the view is. */
  readonly place: () => void;
  readonly isPainted: () => boolean;
  readonly waitUntil: () => number;
  readonly holdsView: () => boolean;
  /** Whether the sheet holds all of the drawing: then there is nothing to spare. */
  readonly holdsAll: () => boolean;
  readonly isSharp: () => boolean;
};

/** The canvas with the one sheet that lies on it. */
function createTable({ canvas, readView, readFrame, readPicture }: SheetPainterParts): Table {
  let sheet: Sheet | undefined;
  let waitUntil = Number.NEGATIVE_INFINITY;
  const place = (): void => {
    if (sheet === undefined) return;
    const { x, y, zoom } = placeSheet(sheet, readView());
    canvas.style.transform = `translate(${x}px, ${y}px) scale(${zoom})`;
  };
  return {
    paint: (spare) => {
      const [picture, view, frame] = [readPicture(), readView(), readFrame()];
      if (picture === undefined || frame.width === 0) return false;
      const [ratio, startedAt] = [globalThis.devicePixelRatio, performance.now()];
      sheet = planSheet({ view, frame, bounds: picture.scene.bounds, ratio, spare });
      paintScene(canvas, sheet, frame, picture);
      const endedAt = performance.now();
      waitUntil = endedAt + Math.min(PATIENCE.mostMs, (endedAt - startedAt) * PATIENCE.times);
      place();
      return true;
    },
    place,
    isPainted: () => sheet !== undefined,
    waitUntil: () => waitUntil,
    holdsView: () => {
      const view = readView();
      return sheet !== undefined && holdsView(sheet, view, readFrame()) && isLike(sheet.view, view);
    },
    holdsAll: () => sheet !== undefined && Object.values(sheet.reach).every((side) => !Number.isFinite(side)),
    isSharp: () => sheet?.ratio === globalThis.devicePixelRatio && isSharpAt(sheet, readView()),
  };
}

/** From near and from afar different things are painted. */
function isLike(painted: View, view: View): boolean {
  return isFarAt(painted.zoom) === isFarAt(view.zoom);
}
