/**
 * The mutable heart of the clause-learning solver: assignment, trail, watch lists and the order of decisions.
 * Variables are 0..n-1; literal 2v says "v holds", 2v+1 says "v does not". Everything here is private to one
 * solver; indices are in range by construction, and the `!` in this folder says so where a check per read
 * would slow the inner loop.
 */

export type Literal = number;
export type Variable = number;

export type Clause = {
  /** The first two are watched; their order changes while the solver runs. */
  readonly literals: Literal[];
  readonly learned: boolean;
  /** How many decision levels met in it when it was learned: the fewer, the more it is worth. */
  readonly glue: number;
  dropped: boolean;
};

export type SatState = {
  readonly variables: number;
  /** By literal: 1 true, -1 false, 0 open. */
  readonly value: Int8Array;
  /** By variable. */
  readonly level: Int32Array;
  readonly reason: (Clause | null)[];
  /** By literal: the clauses that watch it. */
  readonly watchers: Clause[][];
  readonly trail: Int32Array;
  trailSize: number;
  propagated: number;
  /** Size of the trail when each decision level began. */
  readonly levelStart: number[];
  readonly order: DecisionOrder;
  learned: Clause[];
  learnedLimit: number;
  readonly marks: Uint8Array;
  /** False once the clauses contradict each other whatever is assumed. */
  consistent: boolean;
  /** Literals propagated plus conflicts met, since creation. */
  steps: number;
};

/** Which open variable is decided next, and to what value. */
export type DecisionOrder = {
  readonly heap: Int32Array;
  readonly position: Int32Array;
  heapSize: number;
  readonly activity: Float64Array;
  increment: number;
  /** Lower ranks are decided first, whatever their activity. */
  readonly rank: Uint8Array;
  /** Variables that follow from others need no decision of their own. */
  readonly decidable: Uint8Array;
  /** The value tried first: 1 true, 0 false. */
  readonly phase: Uint8Array;
  /** Keep the last value of a variable for its next decision; off when every decision must be "true". */
  savePhase: boolean;
};

export type DecisionRules = {
  /** The rank of a variable (lower is decided first), or null when it is never decided. */
  readonly rankOf: (variable: Variable) => number | null;
  readonly savePhase: boolean;
};

/** A solver without clauses. */
export function createSatState(variables: number, rules: DecisionRules): SatState {
  const state: SatState = {
    variables,
    value: new Int8Array(variables * 2),
    level: new Int32Array(variables),
    reason: Array.from({ length: variables }, () => null),
    watchers: Array.from({ length: variables * 2 }, () => []),
    trail: new Int32Array(variables),
    trailSize: 0,
    propagated: 0,
    levelStart: [],
    order: createOrder(variables, rules),
    learned: [],
    learnedLimit: 2000,
    marks: new Uint8Array(variables),
    consistent: true,
    steps: 0,
  };
  return state;
}

function createOrder(variables: number, rules: DecisionRules): DecisionOrder {
  const order: DecisionOrder = {
    heap: new Int32Array(variables),
    position: new Int32Array(variables).fill(-1),
    heapSize: 0,
    activity: new Float64Array(variables),
    increment: 1,
    rank: new Uint8Array(variables),
    decidable: new Uint8Array(variables),
    phase: new Uint8Array(variables).fill(1),
    savePhase: rules.savePhase,
  };
  for (let variable = 0; variable < variables; variable += 1) {
    const rank = rules.rankOf(variable);
    if (rank === null) continue;
    order.rank[variable] = rank;
    order.decidable[variable] = 1;
    offerVariable(order, variable);
  }
  return order;
}

/** Puts a variable that became open back among those to decide. */
export function offerVariable(order: DecisionOrder, variable: Variable): void {
  if (order.decidable[variable] === 0 || order.position[variable]! >= 0) return;
  order.heap[order.heapSize] = variable;
  order.position[variable] = order.heapSize;
  order.heapSize += 1;
  siftUp(order, order.heapSize - 1);
}

/** Takes the variable to decide next, or -1 when none is left. */
export function takeVariable(order: DecisionOrder): Variable {
  if (order.heapSize === 0) return -1;
  const { heap, position } = order;
  const top = heap[0]!;
  position[top] = -1;
  order.heapSize -= 1;
  if (order.heapSize > 0) {
    const last = heap[order.heapSize]!;
    heap[0] = last;
    position[last] = 0;
    siftDown(order, 0);
  }
  return top;
}

const ACTIVITY_CEILING = 1e100;

/** Counts one more conflict that a variable took part in. */
export function bumpVariable(order: DecisionOrder, variable: Variable): void {
  const { activity } = order;
  const raised = activity[variable]! + order.increment;
  activity[variable] = raised;
  if (raised > ACTIVITY_CEILING) {
    for (let index = 0; index < activity.length; index += 1) activity[index]! /= ACTIVITY_CEILING;
    order.increment /= ACTIVITY_CEILING;
  }
  const at = order.position[variable]!;
  if (at >= 0) siftUp(order, at);
}

function comesBefore(order: DecisionOrder, one: Variable, other: Variable): boolean {
  const difference = order.rank[one]! - order.rank[other]!;
  return difference < 0 || (difference === 0 && order.activity[one]! > order.activity[other]!);
}

function siftUp(order: DecisionOrder, start: number): void {
  const { heap, position } = order;
  const variable = heap[start]!;
  let at = start;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent]!;
    if (!comesBefore(order, variable, above)) break;
    heap[at] = above;
    position[above] = at;
    at = parent;
  }
  heap[at] = variable;
  position[variable] = at;
}

function siftDown(order: DecisionOrder, start: number): void {
  const { heap, position, heapSize } = order;
  const variable = heap[start]!;
  let at = start;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heapSize) break;
    if (child + 1 < heapSize && comesBefore(order, heap[child + 1]!, heap[child]!)) child += 1;
    const below = heap[child]!;
    if (!comesBefore(order, below, variable)) break;
    heap[at] = below;
    position[below] = at;
    at = child;
  }
  heap[at] = variable;
  position[variable] = at;
}
