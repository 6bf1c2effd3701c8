/**
 * All of the drawing in a corner, with the part that is seen framed; pressing or dragging on it goes there. For the
 * pointer and the eye only: arrow keys lead from card to card, and 0 and Home do what it does.
 */

import { useReactFlow, useStore, useStoreApi } from "@xyflow/react";
import {
  memo,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type PointerEvent,
  type ReactElement,
  type RefObject,
} from "react";
import { FAMILY_BY_KIND, type ArgumentGraph, type NodeId } from "../../domain/argument/graph.ts";
import type { GridIndex, Window } from "../../workbench/graph-view/grid-index.ts";
import { CARD } from "../../workbench/graph-view/places.ts";
import { viewOfAll, windowOf, type View } from "../../workbench/graph-view/view.ts";
import { useDesk } from "../desk/use-desk.ts";
import { readPalette, watchTheme, type Palette, type PaletteColour } from "./palette.ts";

export type MiniMapProps = {
  readonly index: GridIndex;
  readonly bounds: Window;
  readonly leader: NodeId | undefined;
  readonly onMoved: () => void;
};

type Painted = Pick<MiniMapProps, "index" | "bounds" | "leader">;

const SIZE = { width: 116, height: 80 } as const;
/** A smaller drawing has no corner to spare. */
const LEAST = { width: 380, height: 260 } as const;
/** A drawing that grows is drawn again this often at most. */
const PATIENCE_MS = 250;

/** Only where something lies out of sight. */
export const MiniMap = memo(function MiniMap(props: MiniMapProps): ReactElement | null {
  const { bounds } = props;
  const isNeeded = useStore(({ transform: [x, y, zoom], width, height }) => {
    const seen = windowOf({ x, y, zoom }, { width, height });
    const isAllSeen =
      seen.left <= bounds.left &&
      seen.top <= bounds.top &&
      seen.right >= bounds.right &&
      seen.bottom >= bounds.bottom;
    return width >= LEAST.width && height >= LEAST.height && !isAllSeen;
  });
  const [wasNeeded, setNeeded] = useState(false);
  if (isNeeded && !wasNeeded) setNeeded(true);
  // Once painted it stays, for all may be in sight one moment and not the next.
  return wasNeeded ? <MapOfAll {...props} isShown={isNeeded} /> : null;
});

function MapOfAll(props: MiniMapProps & { readonly isShown: boolean }): ReactElement {
  const { index, bounds, leader, onMoved, isShown } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const store = useStoreApi();
  const { setCenter } = useReactFlow();
  const whole = viewOfAll(bounds, SIZE);
  const frame = useFollowedFrame(whole);
  usePaintedMap(canvas, { index, bounds, leader }, isShown);
  const go = (event: PointerEvent): void => {
    if (event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    onMoved();
    void setCenter(
      (event.clientX - box.left - whole.x) / whole.zoom,
      (event.clientY - box.top - whole.y) / whole.zoom,
      { zoom: store.getState().transform[2] },
    );
  };
  return (
    <div
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={go}
      style={SIZE}
      hidden={!isShown}
      className="absolute end-2 bottom-2 cursor-crosshair touch-none overflow-hidden rounded-control border border-line bg-raised shadow-control print:hidden"
    >
      <canvas ref={canvas} className="size-full" />
      <div
        ref={frame}
        className="absolute start-0 top-0 origin-top-left rounded-small border-2 border-accent bg-accent/10 will-change-transform"
      />
    </div>
  );
}

/** The frame moves with the view, without anything of React drawn again. */
function useFollowedFrame(whole: View): RefObject<HTMLDivElement | null> {
  const frame = useRef<HTMLDivElement>(null);
  const store = useStoreApi();
  const { x: left, y: top, zoom: scale } = whole;
  useLayoutEffect(() => {
    let before = { zoom: 0, width: 0, height: 0 };
    const follow = (): void => {
      const { transform, width, height } = store.getState();
      const [x, y, zoom] = transform;
      const seen = windowOf({ x, y, zoom }, { width, height });
      const style = frame.current?.style;
      if (style === undefined) return;
      style.transform = `translate(${seen.left * scale + left}px, ${seen.top * scale + top}px)`;
      // While the view only moves the frame stays as large as it was, and nothing is to be laid out again.
      if (zoom === before.zoom && width === before.width && height === before.height) return;
      before = { zoom, width, height };
      style.width = `${(seen.right - seen.left) * scale}px`;
      style.height = `${(seen.bottom - seen.top) * scale}px`;
    };
    follow();
    return store.subscribe(follow);
  }, [store, left, top, scale]);
  return frame;
}

function usePaintedMap(
  canvas: RefObject<HTMLCanvasElement | null>,
  { index, bounds, leader }: Painted,
  isShown: boolean,
): void {
  const desk = useDesk();
  const painted = useRef<Painted>(undefined);
  const last = useRef(Number.NEGATIVE_INFINITY);
  // Reading the colours makes the browser style the page in between: only when they may be others.
  const palette = useRef<Palette>(undefined);
  useEffect(() => {
    const before = painted.current;
    const isSame = before?.index === index && before.bounds === bounds && before.leader === leader;
    const paint = (): void => {
      painted.current = { index, bounds, leader };
      last.current = performance.now();
      const around = canvas.current?.parentElement ?? undefined;
      if (canvas.current === null || around === undefined) return;
      palette.current ??= readPalette(around);
      const { nodes } = desk.facts.getState().graph;
      paintMap(canvas.current, { index, bounds, leader }, nodes, palette.current);
    };
    const wait = Math.max(0, last.current + PATIENCE_MS - performance.now());
    // A first painting may come a little later than the drawing; later ones come with the change that they show.
    const isNow = wait === 0 && before !== undefined;
    if (isShown && !isSame && isNow) paint();
    const timer = isShown && !isSame && !isNow ? setTimeout(paint, wait) : undefined;
    const stop = watchTheme(() => {
      palette.current = undefined;
      paint();
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [canvas, index, bounds, leader, desk, isShown]);
}

function paintMap(
  canvas: HTMLCanvasElement,
  { index, bounds, leader }: Painted,
  nodes: ArgumentGraph["nodes"],
  palette: Palette,
): void {
  const context = canvas.getContext("2d");
  if (context === null) return;
  const ratio = globalThis.devicePixelRatio;
  canvas.width = SIZE.width * ratio;
  canvas.height = SIZE.height * ratio;
  context.scale(ratio, ratio);
  const { x, y, zoom } = viewOfAll(bounds, SIZE);
  const width = Math.max(2, CARD.width * zoom);
  const height = Math.max(1.25, CARD.height * zoom * 0.8);
  const paths = new Map<PaletteColour, Path2D>();
  for (const [id, place] of index.places) {
    const node = nodes.get(id);
    if (node === undefined) continue;
    const isLeader = id === leader;
    const colour = isLeader ? "ink" : FAMILY_BY_KIND[node.kind];
    const path = paths.get(colour) ?? new Path2D();
    paths.set(colour, path);
    const grow = isLeader ? 1.5 : 0;
    path.rect(place.x * zoom + x - grow, place.y * zoom + y - grow, width + grow * 2, height + grow * 2);
  }
  const ink = paths.get("ink");
  for (const [colour, path] of paths) if (path !== ink) fillWith(context, path, palette[colour]);
  // What leads lies above the rest.
  if (ink !== undefined) fillWith(context, ink, palette.ink);
}

function fillWith(context: CanvasRenderingContext2D, path: Path2D, colour: string): void {
  context.fillStyle = colour;
  context.fill(path);
}
