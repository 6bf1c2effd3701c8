/** Strongly connected parts of a dependency graph, those that others depend on first (Tarjan, without recursion). */

export type Component = { readonly units: readonly number[]; readonly cyclic: boolean };

type Visit = { readonly unit: number; next: number };

type Walk = {
  readonly order: Int32Array;
  readonly low: Int32Array;
  readonly onStack: Uint8Array;
  readonly stack: number[];
  readonly found: Component[];
  counter: number;
};

/** `dependencies[u]` lists the units whose values `u` reads. */
export function findComponents(dependencies: readonly (readonly number[])[]): readonly Component[] {
  const size = dependencies.length;
  const walk: Walk = {
    order: new Int32Array(size),
    low: new Int32Array(size),
    onStack: new Uint8Array(size),
    stack: [],
    found: [],
    counter: 0,
  };
  for (let unit = 0; unit < size; unit += 1) {
    if (walk.order[unit] === 0) visitFrom(unit, dependencies, walk);
  }
  return walk.found;
}

function visitFrom(root: number, dependencies: readonly (readonly number[])[], walk: Walk): void {
  const path: Visit[] = [enter(root, walk)];
  for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
    const { unit } = visit;
    const next = dependencies[unit]?.[visit.next];
    visit.next += 1;
    if (next === undefined) {
      path.pop();
      if (walk.low[unit] === walk.order[unit]) close(unit, dependencies, walk);
      const parent = path.at(-1);
      if (parent !== undefined) lower(parent.unit, walk.low[unit] ?? 0, walk);
    } else if (walk.order[next] === 0) {
      path.push(enter(next, walk));
    } else if (walk.onStack[next] === 1) {
      lower(unit, walk.order[next] ?? 0, walk);
    }
  }
}

function enter(unit: number, walk: Walk): Visit {
  walk.counter += 1;
  walk.order[unit] = walk.counter;
  walk.low[unit] = walk.counter;
  walk.onStack[unit] = 1;
  walk.stack.push(unit);
  return { unit, next: 0 };
}

function lower(unit: number, candidate: number, walk: Walk): void {
  if (candidate < (walk.low[unit] ?? 0)) walk.low[unit] = candidate;
}

function close(root: number, dependencies: readonly (readonly number[])[], walk: Walk): void {
  const units: number[] = [];
  for (let unit = walk.stack.pop(); unit !== undefined; unit = walk.stack.pop()) {
    walk.onStack[unit] = 0;
    units.push(unit);
    if (unit === root) break;
  }
  const cyclic = units.length > 1 || (dependencies[root]?.includes(root) ?? false);
  walk.found.push({ units, cyclic });
}
