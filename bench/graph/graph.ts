/**
 * `bench -- graph`: the graph panel of the app against a bare canvas that draws the same boxes and lines, and its first
 * drawing against React Flow with everything handed over; all in one run, taking turns.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { CDPSession, Page } from "@playwright/test";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { createProfile, openProfile } from "../../e2e/harness.ts";
import type { FigureTask, Figures } from "../../tools/figures.ts";
import { startServer } from "../../tools/serve.mjs";
import { median } from "../boot/median.ts";
import type { Frames, Way } from "./page/page.ts";

const REPEATS = 3;
const NODES = { usual: 3000, large: 10_000 } as const;
const TYPED = { perSecond: 100, seconds: 3 } as const;
const GROWN = 15;

/** Milliseconds of the main thread for each thing done, the waiting of the bench itself taken off and left on. */
type Cost = { readonly net: number; readonly gross: number };

type Row = {
  readonly mountMs: number;
  readonly all: Frames;
  readonly near: Frames;
  readonly type: Cost | undefined;
  readonly grow: Cost | undefined;
};
type Rows = { readonly panel: Row[]; readonly canvas: Row[] };

export const graph: FigureTask = {
  id: "graph",
  about:
    "the graph panel / a bare canvas: frames, one node's text, one node more; its mount / naive React Flow",
  run: async ({ progress }) => {
    const visit = await visitGraphPage();
    try {
      const usual = await measureAll(visit, NODES.usual, true, progress);
      const naive: number[] = [];
      for (let repeat = 0; repeat < REPEATS; repeat += 1) {
        naive.push(
          await visit.page.evaluate((nodes) => globalThis.graphBench.mountNaive(nodes), NODES.usual),
        );
        progress(`naive React Flow: ${repeat + 1} of ${REPEATS}`);
      }
      const large = await measureAll(visit, NODES.large, false, progress);
      return {
        fps3000_vs_canvas: slower(usual),
        fps10000_vs_canvas: slower(large),
        nodeUpdate_vs_canvas: ratio(usual, (row) => row.type?.gross),
        addNode_vs_canvas: ratio(usual, (row) => row.grow?.gross),
        mount_vs_naive: round(middle(usual.panel, (row) => row.mountMs) / median(naive)),
        nodeUpdate_net_vs_canvas: ratio(usual, (row) => row.type?.net),
        addNode_net_vs_canvas: ratio(usual, (row) => row.grow?.net),
        naiveMountMs: Math.round(median(naive)),
        at3000: detailsOf(usual),
        at10000: detailsOf(large),
        repeats: REPEATS,
      };
    } finally {
      await visit.close();
    }
  },
};

type Visit = { readonly page: Page; readonly cdp: CDPSession; readonly close: () => Promise<void> };

async function visitGraphPage(): Promise<Visit> {
  const folder = mkdtempSync(join(tmpdir(), "curbside-graph-page-"));
  await build({
    configFile: false,
    root: resolve("bench/graph/page"),
    publicDir: false,
    logLevel: "error",
    plugins: [react(), tailwindcss()],
    build: {
      target: "es2024",
      outDir: folder,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  });
  const server = await startServer({ folder });
  const profile = createProfile();
  const context = await openProfile(profile.folder, { viewport: { width: 1280, height: 960 } });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(server.url);
  await page.waitForFunction(() => "graphBench" in globalThis);
  const cdp = await context.newCDPSession(page);
  await cdp.send("Performance.enable");
  return {
    page,
    cdp,
    close: async () => {
      await context.close();
      await server.close();
      profile.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function measureAll(
  visit: Visit,
  nodes: number,
  isChanged: boolean,
  progress: (line: string) => void,
): Promise<Rows> {
  const rows: Rows = { panel: [], canvas: [] };
  // The first drawing of each pays for code that is not compiled yet.
  for (const way of ["panel", "canvas"] as const) await mount(visit, way, nodes);
  for (let repeat = 1; repeat <= REPEATS; repeat += 1) {
    for (const way of ["panel", "canvas"] as const)
      rows[way].push(await measure(visit, way, nodes, isChanged));
    progress(`${nodes} nodes: ${repeat} of ${REPEATS}`);
  }
  return rows;
}

function mount({ page }: Visit, way: Way, nodes: number): Promise<number> {
  return page.evaluate(([drawn, count]) => globalThis.graphBench.mount(drawn, count), [way, nodes] as const);
}

async function measure(visit: Visit, way: Way, nodes: number, isChanged: boolean): Promise<Row> {
  const mountMs = await mount(visit, way, nodes);
  const all = await pan(visit, "all");
  const near = await pan(visit, "near");
  const type = isChanged ? await costOf(visit, typeText) : undefined;
  const grow = isChanged ? await costOf(visit, addNodes) : undefined;
  return { mountMs, all, near, type, grow };
}

function pan({ page }: Visit, what: "all" | "near"): Promise<Frames> {
  return page.evaluate(async (shown) => {
    await globalThis.graphBench.show(shown);
    return globalThis.graphBench.pan();
  }, what);
}

type Act = (page: Page, isIdle: boolean) => Promise<number>;

const typeText: Act = (page, isIdle) =>
  page.evaluate(([perSecond, seconds, idle]) => globalThis.graphBench.type(perSecond, seconds, idle), [
    TYPED.perSecond,
    TYPED.seconds,
    isIdle,
  ] as const);

const addNodes: Act = (page, isIdle) =>
  page.evaluate(([count, idle]) => globalThis.graphBench.grow(count, idle), [GROWN, isIdle] as const);

async function costOf({ page, cdp }: Visit, act: Act): Promise<Cost> {
  const timed = async (isIdle: boolean): Promise<number> => {
    const before = await readThreadMs(cdp);
    const count = await act(page, isIdle);
    return ((await readThreadMs(cdp)) - before) / count;
  };
  const idle = await timed(true);
  const gross = await timed(false);
  return { gross, net: Math.max(0, gross - idle) };
}

async function readThreadMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "ThreadTime")?.value ?? 0) * 1000;
}

/** The worse of the two views: all of it, and from near. */
function slower(rows: Rows): number {
  return Math.min(
    ratio(rows, (row) => row.all.framesPerSecond),
    ratio(rows, (row) => row.near.framesPerSecond),
  );
}

/** The median of the ratios of those that were measured one after the other. */
function ratio({ panel, canvas }: Rows, read: (row: Row) => number | undefined): number {
  const ratios = panel.map((row, at) => (read(row) ?? 0) / ((canvas[at] && read(canvas[at])) ?? 1));
  return round(median(ratios));
}

function middle(rows: readonly Row[], read: (row: Row) => number | undefined): number {
  return median(rows.map((row) => read(row) ?? 0));
}

function round(value: number): number {
  return Number(value.toFixed(3));
}

function detailsOf({ panel, canvas }: Rows): Figures {
  return { panel: middles(panel), canvas: middles(canvas) };
}

function middles(rows: readonly Row[]): Figures {
  return {
    mountMs: round(middle(rows, (row) => row.mountMs)),
    fpsAll: round(middle(rows, (row) => row.all.framesPerSecond)),
    fpsNear: round(middle(rows, (row) => row.near.framesPerSecond)),
    slowFrameAllMs: round(middle(rows, (row) => row.all.slowMs)),
    slowFrameNearMs: round(middle(rows, (row) => row.near.slowMs)),
    cardsNear: middle(rows, (row) => row.near.cards),
    nodeUpdateMs: round(middle(rows, (row) => row.type?.gross)),
    addNodeMs: round(middle(rows, (row) => row.grow?.gross)),
  };
}
