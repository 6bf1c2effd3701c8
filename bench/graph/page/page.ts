/** The page half of `bench -- graph`: draws a sample in one of three ways, and moves, changes and grows it. */
import "../../../src/ui/theme.css";
import { mountCanvas } from "./bare-canvas.ts";
import { nextFrame, settle, type Drawn } from "./drawn.ts";
import { mountNaive } from "./naive-flow.ts";
import { mountPanel } from "./own-panel.ts";
import { createSample, withNode, withText, type Sample } from "./sample.ts";

export type Way = "panel" | "canvas";
export type Frames = { readonly framesPerSecond: number; readonly slowMs: number; readonly cards: number };

declare global {
  var graphBench: typeof bench;
}

const FRAMES = 90;
const SIZES = { panel: { width: 1280, height: 920 }, canvas: { width: 1280, height: 720 } } as const;

let drawn: Drawn | undefined;
let sample: Sample = createSample(10);
let size: { readonly width: number; readonly height: number } = SIZES.canvas;

const bench = {
  mountNaive: (nodes: number) => mountNaive(clear("canvas"), createSample(nodes)),
  /** Takes the place of what was drawn before. */
  mount: async (way: Way, nodes: number): Promise<number> => {
    sample = createSample(nodes);
    const root = clear(way);
    drawn = way === "panel" ? await mountPanel(root, sample) : await mountCanvas(root, sample, sample.leader);
    const stage = root.querySelector(".react-flow");
    // The canvas gets the room that the panel's drawing has.
    if (stage !== null) size = { width: stage.clientWidth, height: stage.clientHeight };
    await new Promise((done) => setTimeout(done, 800));
    return drawn.mountMs;
  },
  show: (what: "all" | "near") => drawn?.show(what),
  /** Moves in a circle, one step a frame. */
  pan: async (): Promise<Frames> => {
    const gaps: number[] = [];
    let last = await nextFrame();
    const start = last;
    for (let frame = 0; frame < FRAMES && last - start < 12_000; frame += 1) {
      drawn?.moveBy({ x: Math.sin(frame / 12) * 300, y: Math.cos(frame / 12) * 60 - 60 });
      const now = await nextFrame();
      gaps.push(now - last);
      last = now;
    }
    const sorted = gaps.toSorted((one, other) => one - other);
    return {
      framesPerSecond: (gaps.length * 1000) / (last - start),
      slowMs: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
      cards: document.querySelectorAll(".react-flow__node").length,
    };
  },
  /** Another word in the middle node, so many times a second; with `isIdle` only the waiting. */
  type: async (perSecond: number, seconds: number, isIdle: boolean): Promise<number> => {
    const steps = Array.from({ length: perSecond * seconds }, (_, step) =>
      withText(sample, sample.leader, step),
    );
    await settle();
    const start = performance.now();
    let sent = 0;
    for (const step of steps) {
      const due = start + (sent * 1000) / perSecond;
      if (due > performance.now()) await new Promise((done) => setTimeout(done, due - performance.now()));
      if (!isIdle) drawn?.change(step);
      sent += 1;
    }
    await settle();
    return sent;
  },
  /** One node more at a time, each drawn before the next comes. */
  grow: async (count: number, isIdle: boolean): Promise<number> => {
    for (let step = 0; step < count; step += 1) {
      const next = withNode(sample, `n${step + 1}`, step);
      if (!isIdle) {
        sample = next;
        drawn?.change(sample);
      }
      await settle();
      await new Promise((done) => setTimeout(done, 30));
    }
    return count;
  },
};

function clear(way: Way): HTMLElement {
  drawn?.remove();
  drawn = undefined;
  const fresh = document.createElement("div");
  const { width, height } = way === "panel" ? SIZES.panel : size;
  fresh.style.cssText = `width:${width}px;height:${height}px;position:relative`;
  document.body.replaceChildren(fresh);
  return fresh;
}

globalThis.graphBench = bench;
