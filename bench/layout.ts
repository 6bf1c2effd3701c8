/**
 * `bench -- layout`: the own layered layout beside ELK's (layered, its defaults) and beside the floor, one pass
 * of longest paths with boxes in order of arrival. CPU time, interleaved repeats, crossings counted for both on
 * straight lines between the middles of boxes, which is what a drawing without bends shows.
 */
import { createRequire } from "node:module";
import type * as Elk from "elkjs";
import { layoutGraph } from "../src/domain/argument/layout/layered-layout.ts";
import type { LayoutEdge, LayoutNode, Position } from "../src/domain/argument/layout/layout-input.ts";
import { createPlacement, placeArriving } from "../src/domain/argument/layout/place-arriving.ts";
import type { Placement } from "../src/domain/argument/layout/place-arriving.ts";
import { createSeededChance } from "../src/shared/chance.ts";
import type { FigureTask } from "../tools/figures.ts";

const SEEDS = [1, 2, 3];
const REPEATS = 3;
const LARGE = 3000;
const ARRIVING = 300;
const SHORT_REPEATS = 21;
const WIDTH = 180;
const HEIGHT = 60;

export const layout: FigureTask = {
  id: "layout",
  about: "Own layered layout over ELK's: time and crossings; arriving boxes over a pass of longest paths.",
  run: async ({ limit, progress }) => {
    const seeds = SEEDS.slice(0, limit);
    await compareWithElk(createGraph(200, 9));
    const compared: Compared[] = [];
    for (const seed of seeds) {
      progress(`1,000 boxes, seed ${seed} ...`);
      compared.push(await compareWithElk(createGraph(1000, seed)));
    }
    progress("3,000 boxes ...");
    const large = createGraph(LARGE, 1);
    const largeTimes = repeat(REPEATS, () => cpuTime(() => layoutGraph(large.nodes, large.edges)));
    const floorTimes = repeat(SHORT_REPEATS, () => cpuTime(() => placeOnFloor(large)));
    progress("boxes that arrive ...");
    const arriving = repeat(SHORT_REPEATS, () => placeLast(createGraph(LARGE + ARRIVING, 1)));
    const floorPerBox = median(floorTimes) / LARGE;
    const placePerBox = median(arriving.map(({ time }) => time)) / ARRIVING;
    const own = layoutGraph(large.nodes, large.edges);
    return {
      seeds: seeds.length,
      time_vs_elk_1000: ratio(median(compared.map((row) => row.ownTime / row.elkTime)), 1),
      crossings_vs_elk_1000: ratio(sum(compared, "ownCrossings"), sum(compared, "elkCrossings")),
      crossings_vs_elk_1000_worst: ratio(
        Math.max(...compared.map((row) => row.ownCrossings / row.elkCrossings)),
        1,
      ),
      width_vs_elk_1000: ratio(sum(compared, "ownWidth"), sum(compared, "elkWidth")),
      own1000_ms: ratio(median(compared.map((row) => row.ownTime)), 1),
      elk1000_ms: ratio(median(compared.map((row) => row.elkTime)), 1),
      own3000_ms: ratio(median(largeTimes), 1),
      floor3000_ms: ratio(median(floorTimes), 1),
      crossings3000_vs_floor: ratio(
        countCrossings(own.positions, large),
        countCrossings(placeOnFloor(large), large),
      ),
      placed_moved: arriving.reduce((moved, row) => moved + row.moved, 0),
      incremental_vs_floor_3000: ratio(placePerBox, floorPerBox),
      incremental_us: ratio(placePerBox * 1000, 1),
      floor_us: ratio(floorPerBox * 1000, 1),
    };
  },
};

type Graph = { readonly nodes: readonly LayoutNode[]; readonly edges: readonly LayoutEdge[] };

type Compared = {
  readonly ownTime: number;
  readonly elkTime: number;
  readonly ownCrossings: number;
  readonly elkCrossings: number;
  readonly ownWidth: number;
  readonly elkWidth: number;
};

async function compareWithElk(graph: Graph): Promise<Compared> {
  const ownTimes: number[] = [];
  const elkTimes: number[] = [];
  let byElk: ReadonlyMap<string, Position> = new Map();
  for (let count = 0; count < REPEATS; count += 1) {
    ownTimes.push(cpuTime(() => layoutGraph(graph.nodes, graph.edges)));
    const before = process.cpuUsage();
    byElk = await layoutWithElk(graph);
    elkTimes.push(millisecondsSince(before));
  }
  const own = layoutGraph(graph.nodes, graph.edges);
  return {
    ownTime: median(ownTimes),
    elkTime: median(elkTimes),
    ownCrossings: countCrossings(own.positions, graph),
    elkCrossings: countCrossings(byElk, graph),
    ownWidth: widthOf(own.positions),
    elkWidth: widthOf(byElk),
  };
}

async function layoutWithElk(graph: Graph): Promise<ReadonlyMap<string, Position>> {
  const ElkLayout: typeof Elk.default = createRequire(import.meta.url)("elkjs/lib/elk.bundled.js");
  const drawn = await new ElkLayout().layout({
    id: "root",
    layoutOptions: { "elk.algorithm": "layered", "elk.direction": "DOWN" },
    children: graph.nodes.map((node) => ({ ...node })),
    edges: graph.edges.map((edge, index) => ({ id: `e${index}`, sources: [edge.from], targets: [edge.to] })),
  });
  return new Map((drawn.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
}

/** Rows by longest path, columns by order of arrival: the least that any layered layout does. */
function placeOnFloor(graph: Graph): ReadonlyMap<string, Position> {
  const indexOf = new Map(graph.nodes.map((node, index) => [node.id, index]));
  const after = graph.nodes.map((): number[] => []);
  const waiting = new Int32Array(graph.nodes.length);
  const row = new Int32Array(graph.nodes.length);
  for (const edge of graph.edges) {
    const target = indexOf.get(edge.to) ?? 0;
    after[indexOf.get(edge.from) ?? 0]?.push(target);
    waiting[target] = (waiting[target] ?? 0) + 1;
  }
  const ready = graph.nodes.map((_unused, index) => index).filter((index) => waiting[index] === 0);
  for (const box of ready) {
    for (const target of after[box] ?? []) {
      row[target] = Math.max(row[target] ?? 0, (row[box] ?? 0) + 1);
      waiting[target] = (waiting[target] ?? 0) - 1;
      if (waiting[target] === 0) ready.push(target);
    }
  }
  const filled: number[] = [];
  const positions = new Map<string, Position>();
  for (const [index, node] of graph.nodes.entries()) {
    const at = row[index] ?? 0;
    const column = filled[at] ?? 0;
    filled[at] = column + 1;
    positions.set(node.id, { x: column * (WIDTH + 30), y: at * (HEIGHT + 60) });
  }
  return positions;
}

/** Places all boxes one by one; the time of the last ones, and how many of the others they moved. */
function placeLast(graph: Graph): { readonly time: number; readonly moved: number } {
  const arrows = new Map<string, LayoutEdge[]>(graph.nodes.map((node) => [node.id, []]));
  for (const edge of graph.edges) arrows.get(edge.to)?.push(edge);
  const placement = createPlacement();
  const place = (nodes: readonly LayoutNode[]): void => {
    for (const node of nodes) placeArriving(placement, node, arrows.get(node.id) ?? []);
  };
  place(graph.nodes.slice(0, LARGE));
  const before = snapshot(placement);
  const last = graph.nodes.slice(LARGE);
  const time = cpuTime(() => place(last));
  const after = snapshot(placement);
  const moved = Array.from(before).filter(([id, position]) => after.get(id) !== position).length;
  return { time, moved };
}

function snapshot(placement: Placement): ReadonlyMap<string, string> {
  return new Map(Array.from(placement.placed, ([id, { x, y }]) => [id, `${x} ${y}`]));
}

/** Boxes arrive in order with one to three arrows from mostly recent ones, about 1.5 each. */
function createGraph(size: number, seed: number): Graph {
  const chance = createSeededChance(seed);
  const pick = (limit: number): number => Math.floor(chance.next() * limit);
  const firsts = Math.max(2, Math.round(Math.sqrt(size) / 2));
  const recent = Math.max(6, Math.round(Math.sqrt(size) * 2));
  const nodes: LayoutNode[] = [];
  const edges: LayoutEdge[] = [];
  for (let index = 0; index < size; index += 1) {
    nodes.push({ id: `n${index}`, width: WIDTH, height: HEIGHT });
    if (index < firsts) continue;
    const share = chance.next();
    const count = share < 0.6 ? 1 : share < 0.9 ? 2 : 3;
    const sources = new Set<number>();
    for (let arrow = 0; arrow < count; arrow += 1) {
      const near = index - 1 - pick(Math.min(index, recent));
      sources.add(chance.next() < 0.9 ? near : pick(index));
    }
    for (const source of sources) edges.push({ from: `n${source}`, to: `n${index}` });
  }
  return { nodes, edges };
}

function countCrossings(positions: ReadonlyMap<string, Position>, graph: Graph): number {
  const lines = graph.edges.map(({ from, to }) => lineOf(from, to, positions));
  lines.sort((one, other) => one.top - other.top);
  let crossings = 0;
  for (const [index, one] of lines.entries()) {
    for (let next = index + 1; next < lines.length; next += 1) {
      const other = lines[next];
      if (other === undefined || other.top > one.bottom) break;
      if (doCross(one, other)) crossings += 1;
    }
  }
  return crossings;
}

type Line = {
  readonly ends: readonly [string, string];
  readonly from: Position;
  readonly to: Position;
  readonly top: number;
  readonly bottom: number;
};

/** All boxes are of one size, so lines between corners cross exactly where lines between middles do. */
function lineOf(fromId: string, toId: string, positions: ReadonlyMap<string, Position>): Line {
  const nowhere = { x: 0, y: 0 };
  const from = positions.get(fromId) ?? nowhere;
  const to = positions.get(toId) ?? nowhere;
  return { ends: [fromId, toId], from, to, top: Math.min(from.y, to.y), bottom: Math.max(from.y, to.y) };
}

function doCross(one: Line, other: Line): boolean {
  if (one.ends.some((end) => other.ends.includes(end))) return false;
  return (
    sideOf(one, other.from) * sideOf(one, other.to) < 0 && sideOf(other, one.from) * sideOf(other, one.to) < 0
  );
}

function sideOf({ from, to }: Line, point: Position): number {
  return Math.sign((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x));
}

function widthOf(positions: ReadonlyMap<string, Position>): number {
  const lefts = Array.from(positions.values(), ({ x }) => x);
  return Math.max(...lefts) - Math.min(...lefts) + WIDTH;
}

function cpuTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return millisecondsSince(before);
}

function millisecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function repeat<Value>(count: number, work: () => Value): readonly Value[] {
  return Array.from({ length: count }, work);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}

function sum(rows: readonly Compared[], name: keyof Compared): number {
  return rows.reduce((total, row) => total + row[name], 0);
}

function ratio(one: number, other: number): number {
  return Number((one / other).toFixed(4));
}
