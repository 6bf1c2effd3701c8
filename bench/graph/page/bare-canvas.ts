/** The limit: one canvas that draws boxes, words and straight lines of what is in the window, and nothing else. */
import { CARD, createPlacer, type Places } from "../../../src/workbench/graph-view/places.ts";
import { settle, type Drawn, type View } from "./drawn.ts";
import type { Sample } from "./sample.ts";

type Box = { readonly id: string; readonly x: number; readonly y: number };
type Line = readonly [from: Box, to: Box];
type World = { boxes: Box[]; lines: Line[]; readonly words: Map<string, string> };

const WORDS_FROM = 0.45;

/** Draws into the element, at its size. Places are found before the clock starts. */
export async function mountCanvas(root: HTMLElement, sample: Sample, near: string): Promise<Drawn> {
  const placer = createPlacer();
  let places = placer.follow(sample.graph);
  const { clientWidth: width, clientHeight: height } = root;
  const start = performance.now();
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  root.replaceChildren(canvas);
  let world = toWorld(sample, places);
  let view: View = { x: 0, y: 0, zoom: 1 };
  let base = view;
  let isDue = false;
  const draw = (): void => {
    isDue = false;
    paint(canvas, world, view);
  };
  const ask = (): void => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(draw);
  };
  draw();
  await settle();
  return {
    mountMs: performance.now() - start,
    show: async (what) => {
      base = what === "all" ? viewOfAll(places, width, height) : viewOf(places, near, width, height);
      view = base;
      draw();
      await settle();
    },
    moveBy: ({ x, y }) => {
      view = { ...base, x: base.x + x, y: base.y + y };
      draw();
    },
    change: (next) => {
      // One node is looked at, not all: the least that any drawing has to do.
      const text = next.graph.nodes.get(near)?.text;
      if (text !== undefined) world.words.set(near, text);
      if (next.graph.nodes.size !== sample.graph.nodes.size) {
        sample = next;
        places = placer.follow(next.graph);
        world = grown(world, next, places);
      }
      ask();
    },
    remove: () => root.replaceChildren(),
  };
}

function toWorld({ graph }: Sample, places: Places): World {
  const boxes = new Map<string, Box>();
  for (const [id, { x, y }] of places) boxes.set(id, { id, x, y });
  const lines: Line[] = [];
  for (const { from, to } of graph.edges.values()) {
    const [start, end] = [boxes.get(from), boxes.get(to)];
    if (start !== undefined && end !== undefined) lines.push([start, end]);
  }
  const words = new Map([...graph.nodes].map(([id, { text }]) => [id, text]));
  return { boxes: [...boxes.values()], lines, words };
}

function grown(world: World, { graph }: Sample, places: Places): World {
  const [id, place] = [...places].at(-1) ?? ["", { x: 0, y: 0 }];
  const box = { id, ...place };
  world.boxes.push(box);
  world.words.set(id, graph.nodes.get(id)?.text ?? "");
  const edge = [...graph.edges.values()].at(-1);
  const from = world.boxes.find((other) => other.id === edge?.from);
  if (from !== undefined) world.lines.push([from, box]);
  return world;
}

function viewOfAll(places: Places, width: number, height: number): View {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of places.values()) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + CARD.width);
    bottom = Math.max(bottom, y + CARD.height);
  }
  const zoom = Math.max(0.02, Math.min(1, width / (right - left), height / (bottom - top)));
  return { x: -left * zoom, y: -top * zoom, zoom };
}

function viewOf(places: Places, id: string, width: number, height: number): View {
  const { x, y } = places.get(id) ?? { x: 0, y: 0 };
  return { x: width / 2 - x, y: height / 2 - y, zoom: 1 };
}

function paint(canvas: HTMLCanvasElement, { boxes, lines, words }: World, { x, y, zoom }: View): void {
  const context = canvas.getContext("2d");
  if (context === null) return;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.setTransform(zoom, 0, 0, zoom, x, y);
  const [left, top] = [-x / zoom, -y / zoom];
  const [right, bottom] = [left + canvas.width / zoom, top + canvas.height / zoom];
  context.strokeStyle = "#999";
  context.lineWidth = 1 / zoom;
  context.beginPath();
  for (const [a, b] of lines) {
    if (Math.max(a.x, b.x) + CARD.width < left || Math.min(a.x, b.x) > right) continue;
    if (Math.max(a.y, b.y) + CARD.height < top || Math.min(a.y, b.y) > bottom) continue;
    context.moveTo(a.x + CARD.width, a.y + CARD.height / 2);
    context.lineTo(b.x, b.y + CARD.height / 2);
  }
  context.stroke();
  const shown = boxes.filter(
    (box) => box.x + CARD.width >= left && box.x <= right && box.y + CARD.height >= top && box.y <= bottom,
  );
  context.fillStyle = "#fff";
  context.strokeStyle = "#558";
  context.beginPath();
  for (const box of shown) context.rect(box.x, box.y, CARD.width, CARD.height);
  context.fill();
  context.stroke();
  if (zoom < WORDS_FROM) return;
  context.font = "13px sans-serif";
  context.fillStyle = "#000";
  for (const box of shown) {
    const text = words.get(box.id) ?? "";
    context.fillText("Finding", box.x + 12, box.y + 22);
    context.fillText(text.slice(0, 30), box.x + 12, box.y + 44);
    context.fillText(text.slice(30, 60), box.x + 12, box.y + 62);
  }
}
