/** Random records for the property tests: small id spaces, so that events meet, repeat, dangle and contradict. */
import * as fc from "fast-check";
import { readSentences } from "../case-text/sentences.ts";
import type { RecordEvent } from "./events.ts";
import { PersistentMap } from "./persistent-map.ts";
import type { EventPayload } from "./read-payload.ts";
import { drawEdge, drawNode, SAMPLE_SETTINGS, toSampleEvent } from "./sample-record.ts";

const nodeId = fc.constantFrom("a", "b", "c", "d", "e");
const edgeId = fc.constantFrom("x", "y", "z", "a");
const branch = fc.constantFrom("main", "main", "main", "second");
const run = fc.constantFrom("r1", "r2");
const round = fc.nat(4);
const settings = { ...SAMPLE_SETTINGS, isThinking: false };

const node = fc
  .tuple(nodeId, round, fc.constantFrom("one text", "another text"))
  .map((parts) => drawNode(...parts));
const edge = fc
  .tuple(edgeId, nodeId, fc.oneof(nodeId, edgeId))
  .map(([id, from, to]) => drawEdge(id, from, to));
const text = fc
  .array(fc.constantFrom("Fever.", "Cough.", "Rash.", "Normal."), { maxLength: 4 })
  .map((sentences) => sentences.join(" "));
const annotation = fc
  .tuple(
    fc.constantFrom("n1", "n2"),
    branch,
    nodeId,
    fc.constantFrom("", "another", "text"),
    fc.constantFrom("one", undefined),
  )
  .map(([id, at, target, quote, suggestion]) => ({
    id,
    branch: at,
    target: { type: "node" as const, id: target, quote, start: 0 },
    comment: "",
    ...(suggestion === undefined ? {} : { suggestion }),
  }));

/** Any event but undo and redo. */
const payload: fc.Arbitrary<EventPayload> = fc.oneof(
  fc.constant<EventPayload>({ type: "case-create", title: "Sample" }),
  text.map((words): EventPayload => {
    const sentences = Array.from(readSentences(words), ({ id, start, end }) => ({ id, start, end }));
    return { type: "text-revise", text: words, sentences };
  }),
  fc
    .tuple(run, branch)
    .map(([id, at]): EventPayload => ({ type: "run-start", run: id, branch: at, settings })),
  run.map((id): EventPayload => ({ type: "thinking-append", run: id, text: "so " })),
  fc
    .tuple(
      run,
      fc.oneof(
        node.map((item) => ({ type: "node" as const, node: item })),
        edge.map((item) => ({ type: "edge" as const, edge: item })),
      ),
    )
    .map(([id, statement]): EventPayload => ({
      type: "statement-close",
      run: id,
      line: "",
      statement,
      marks: [],
    })),
  run.map((id): EventPayload => ({ type: "run-end", run: id, reason: "stopped" })),
  fc.tuple(branch, node).map(([at, item]): EventPayload => ({ type: "node-add", branch: at, node: item })),
  fc.tuple(branch, node).map(([at, item]): EventPayload => ({ type: "node-edit", branch: at, node: item })),
  fc.tuple(branch, nodeId).map(([at, id]): EventPayload => ({ type: "node-retract", branch: at, node: id })),
  fc.tuple(branch, edge).map(([at, item]): EventPayload => ({ type: "edge-add", branch: at, edge: item })),
  fc.tuple(branch, edge).map(([at, item]): EventPayload => ({ type: "edge-edit", branch: at, edge: item })),
  fc.tuple(branch, edgeId).map(([at, id]): EventPayload => ({ type: "edge-retract", branch: at, edge: id })),
  fc
    .tuple(branch, fc.oneof(nodeId, edgeId))
    .map(([at, id]): EventPayload => ({ type: "stale-settle", branch: at, target: id })),
  fc
    .tuple(fc.constantFrom("one form", "another"), fc.constantFrom("", "half a"))
    .map(([form, words]): EventPayload => ({ type: "draft-keep", form, text: words })),
  annotation.map((item): EventPayload => ({ type: "annotation-make", annotation: item })),
  annotation.map((item): EventPayload => ({ type: "annotation-change", annotation: item })),
  fc.constantFrom("n1", "n2").map((id): EventPayload => ({ type: "annotation-remove", annotation: id })),
  fc
    .tuple(
      fc.constantFrom("second", "third"),
      branch,
      fc.option(fc.nat(30)),
      fc.constantFrom("stale" as const, "nothing" as const),
    )
    .map(([at, parent, from, leavesOut]): EventPayload => ({
      type: "branch-start",
      branch: at,
      parent,
      leavesOut,
      ...(from === null ? {} : { from: `e${from + 1}` }),
    })),
  branch.map((at): EventPayload => ({ type: "branch-favour", branch: at })),
);

const withUndo: fc.Arbitrary<EventPayload> = fc.oneof(
  { weight: 5, arbitrary: payload },
  {
    weight: 1,
    arbitrary: fc.nat(40).map((at): EventPayload => ({ type: "change-undo", change: `e${at + 1}` })),
  },
  {
    weight: 1,
    arbitrary: fc.nat(40).map((at): EventPayload => ({ type: "change-redo", change: `e${at + 1}` })),
  },
);

/** A record of up to 60 events in record order. */
export const randomRecord: fc.Arbitrary<readonly RecordEvent[]> = fc
  .array(withUndo, { maxLength: 60 })
  .map((payloads) => Array.from(payloads, (item, at) => toSampleEvent(at + 1, item)));

/** Copies of one case that grew apart: common ids and orders, now and then different content under one id. */
export const randomCopy: fc.Arbitrary<readonly RecordEvent[]> = fc
  .array(fc.tuple(fc.nat(12), fc.nat(12), withUndo), { maxLength: 20 })
  .map((drawn) => Array.from(drawn, ([order, id, item]) => toSampleEvent(order + 1, item, `e${id}`)));

/** A value as plain data that can be compared, persistent maps as lists, without the given fields. */
export function toPlain(value: unknown, leftOut: readonly string[] = []): unknown {
  if (value instanceof PersistentMap || value instanceof Map) {
    return Array.from(value, (entry: unknown) => toPlain(entry, leftOut));
  }
  if (Array.isArray(value)) return Array.from(value, (item: unknown) => toPlain(item, leftOut));
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !leftOut.includes(name));
  return Object.fromEntries(kept.map(([name, part]) => [name, toPlain(part, leftOut)]));
}
