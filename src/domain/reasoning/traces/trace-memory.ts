/**
 * What one reading remembers from sentence to sentence: the findings cited last, the last inference, claims that
 * still wait for their grounds, the diagnosis under discussion; and the short ids of its nodes.
 */
import type { NodeId } from "../../argument/graph.ts";

/** At most so many findings are taken up by "these findings". */
export const MOST_SOURCES = 6;

/** The diagnosis that a step is about: named by its head, or else last named in it. */
export type Topic = { readonly step: number; readonly hypothesis: number; readonly isHead: boolean };

export type TraceMemory = {
  readonly cite: (findings: readonly NodeId[], step: number) => void;
  /** Findings of this step, or of the last step that cited any. */
  readonly recent: () => readonly NodeId[];
  readonly infer: (inference: NodeId) => void;
  readonly lastInference: () => NodeId | undefined;
  /** Notes a claim made before anything was cited. */
  readonly owe: (inference: NodeId) => void;
  readonly takeOwed: () => readonly NodeId[];
  readonly topic: (step: number) => Topic | undefined;
  readonly setTopic: (topic: Topic) => void;
};

export type NodeIds = {
  readonly idOf: (prefix: string, key: string) => NodeId;
  readonly has: (prefix: string, key: string) => boolean;
  /** Ids given since the last call. */
  readonly takeFresh: () => readonly NodeId[];
};

/** An empty memory. */
export function createMemory(): TraceMemory {
  let topic: Topic | undefined;
  let owed: readonly NodeId[] = [];
  let recent: readonly NodeId[] = [];
  let step = -1;
  let inference: NodeId | undefined;
  return {
    cite: (findings, at) => {
      if (findings.length === 0) return;
      const kept = at === step ? recent.filter((id) => !findings.includes(id)) : [];
      recent = [...kept, ...findings].slice(-MOST_SOURCES);
      step = at;
    },
    recent: () => recent,
    infer: (id) => {
      inference = id;
    },
    lastInference: () => inference,
    owe: (id) => {
      owed = [...owed, id];
    },
    topic: (at) => (topic?.step === at ? topic : undefined),
    setTopic: (next) => {
      topic = next;
    },
    takeOwed: () => {
      const taken = owed;
      owed = [];
      return taken;
    },
  };
}

/** Short ids in the order of first use: `f1`, `h1`, `i1`. */
export function createIds(): NodeIds {
  const byKey = new Map<string, NodeId>();
  const counts = new Map<string, number>();
  let fresh: NodeId[] = [];
  return {
    has: (prefix, key) => byKey.has(`${prefix} ${key}`),
    idOf: (prefix, key) => {
      const known = byKey.get(`${prefix} ${key}`);
      if (known !== undefined) return known;
      const count = (counts.get(prefix) ?? 0) + 1;
      counts.set(prefix, count);
      const id = `${prefix}${count}`;
      byKey.set(`${prefix} ${key}`, id);
      fresh.push(id);
      return id;
    },
    takeFresh: () => {
      const taken = fresh;
      fresh = [];
      return taken;
    },
  };
}
