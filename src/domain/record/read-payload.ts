/** Reads what an event holds besides its head, type by type. */
import type {
  Annotation,
  EventType,
  RecordEvent,
  RecordTarget,
  RecordedStatement,
  RunSettings,
  RunTask,
  SentencePlace,
  StatementMark,
} from "./events.ts";
import { dropUndefined } from "./fields.ts";
import type { Fields } from "./fields.ts";
import { readEdge, readNode } from "./read-argument.ts";

type HeadField = "version" | "id" | "order" | "time" | "author" | "caseId" | "together";
type PayloadOf<Event> = Event extends RecordEvent ? Omit<Event, HeadField> : never;
/** An event without its head. */
export type EventPayload = PayloadOf<RecordEvent>;

type PayloadReaders = {
  readonly [Type in EventType]: (fields: Fields) => PayloadOf<Extract<RecordEvent, { type: Type }>>;
};

const READERS: PayloadReaders = {
  "case-create": (fields) => ({ type: "case-create", title: fields.text("title") }),
  "text-revise": (fields) => ({
    type: "text-revise",
    text: fields.text("text"),
    sentences: fields.list("sentences", readPlace),
  }),
  "run-start": (fields) => ({
    type: "run-start",
    run: fields.id("run"),
    branch: fields.id("branch"),
    settings: readSettings(fields.nested("settings")),
    ...dropUndefined({
      revision: fields.maybe("revision", fields.id),
      task: fields.maybe("task", (name): RunTask => fields.choice(name, ["rerun", "question"])),
      question: fields.maybe("question", fields.id),
      leftOut: fields.maybe("leftOut", fields.ids),
    }),
  }),
  "thinking-append": (fields) => ({
    type: "thinking-append",
    run: fields.id("run"),
    text: fields.text("text"),
    ...dropUndefined({ part: fields.maybe("part", (name): "answer" => fields.choice(name, ["answer"])) }),
  }),
  "statement-close": (fields) => ({
    type: "statement-close",
    run: fields.id("run"),
    line: fields.text("line"),
    statement: readStatement(fields.nested("statement")),
    marks: fields.list("marks", readMark),
  }),
  "run-end": (fields) => ({
    type: "run-end",
    run: fields.id("run"),
    reason: fields.choice("reason", ["finished", "stopped", "budget", "failed", "abandoned"]),
    ...dropUndefined({ detail: fields.maybe("detail", fields.text) }),
  }),
  "question-ask": (fields) => ({
    type: "question-ask",
    branch: fields.id("branch"),
    question: fields.id("question"),
    op: fields.text("op"),
    target: readTarget(fields.nested("target")),
    text: fields.text("text"),
  }),
  "answer-give": (fields) => ({
    type: "answer-give",
    answer: fields.id("answer"),
    question: fields.id("question"),
    source: fields.choice("source", ["computed", "model"]),
    text: fields.text("text"),
    restsOn: fields.ids("restsOn"),
    ...dropUndefined({ run: fields.maybe("run", fields.id) }),
  }),
  "node-add": (fields) => ({
    type: "node-add",
    branch: fields.id("branch"),
    node: readNode(fields.nested("node")),
  }),
  "node-edit": (fields) => ({
    type: "node-edit",
    branch: fields.id("branch"),
    node: readNode(fields.nested("node")),
  }),
  "node-retract": (fields) => ({
    type: "node-retract",
    branch: fields.id("branch"),
    node: fields.id("node"),
  }),
  "edge-add": (fields) => ({
    type: "edge-add",
    branch: fields.id("branch"),
    edge: readEdge(fields.nested("edge")),
  }),
  "edge-edit": (fields) => ({
    type: "edge-edit",
    branch: fields.id("branch"),
    edge: readEdge(fields.nested("edge")),
  }),
  "edge-retract": (fields) => ({
    type: "edge-retract",
    branch: fields.id("branch"),
    edge: fields.id("edge"),
  }),
  "stale-settle": (fields) => ({
    type: "stale-settle",
    branch: fields.id("branch"),
    target: fields.id("target"),
  }),
  "annotation-make": (fields) => ({
    type: "annotation-make",
    annotation: readAnnotation(fields.nested("annotation")),
  }),
  "annotation-change": (fields) => ({
    type: "annotation-change",
    annotation: readAnnotation(fields.nested("annotation")),
  }),
  "annotation-remove": (fields) => ({ type: "annotation-remove", annotation: fields.id("annotation") }),
  "draft-keep": (fields) => ({
    type: "draft-keep",
    form: fields.text("form"),
    text: fields.text("text"),
  }),
  "branch-start": (fields) => ({
    type: "branch-start",
    branch: fields.id("branch"),
    parent: fields.id("parent"),
    leavesOut: fields.choice("leavesOut", ["stale", "nothing"]),
    ...dropUndefined({ from: fields.maybe("from", fields.id) }),
  }),
  "branch-favour": (fields) => ({ type: "branch-favour", branch: fields.id("branch") }),
  "change-undo": (fields) => ({ type: "change-undo", change: fields.id("change") }),
  "change-redo": (fields) => ({ type: "change-redo", change: fields.id("change") }),
};

/** Reads the payload of an event of this type; undefined when there is no such type. */
export function readPayload(type: string, fields: Fields): EventPayload | undefined {
  return isEventType(type) ? READERS[type](fields) : undefined;
}

function isEventType(type: string): type is EventType {
  return Object.hasOwn(READERS, type);
}

function readPlace(fields: Fields): SentencePlace {
  return { id: fields.id("id"), start: fields.integer("start", 0), end: fields.integer("end", 0) };
}

function readSettings(fields: Fields): RunSettings {
  return {
    engine: fields.text("engine"),
    model: fields.text("model"),
    fileHash: fields.text("fileHash"),
    promptVersion: fields.text("promptVersion"),
    seed: fields.integer("seed", 0),
    temperature: fields.number("temperature", 0, 100),
    budget: fields.integer("budget", 0),
    isThinking: fields.flag("isThinking"),
  };
}

function readStatement(fields: Fields): RecordedStatement {
  const type = fields.choice("type", ["unread", "node", "edge", "conclusion"]);
  if (type === "node") return { type, node: readNode(fields.nested("node")) };
  if (type === "edge") return { type, edge: readEdge(fields.nested("edge")) };
  if (type === "conclusion") return { type, leader: fields.id("leader"), text: fields.text("text") };
  return { type };
}

function readMark(fields: Fields): StatementMark {
  const details = fields.names().filter((name) => name !== "type" && name !== "__proto__");
  const read = Array.from(details.slice(0, 16), (name): readonly [string, string] => [
    name,
    fields.text(name),
  ]);
  return { ...Object.fromEntries(read), type: fields.text("type") };
}

function readTarget(fields: Fields): RecordTarget {
  return {
    type: fields.choice("type", ["case", "text", "node", "edge", "thinking", "answer"]),
    id: fields.text("id"),
    quote: fields.text("quote"),
    start: fields.integer("start", 0),
  };
}

function readAnnotation(fields: Fields): Annotation {
  const verdict: Annotation["verdict"] = fields.maybe("verdict", (name) =>
    fields.choice(name, ["accept", "reject", "unsure"]),
  );
  return {
    id: fields.id("id"),
    branch: fields.id("branch"),
    target: readTarget(fields.nested("target")),
    comment: fields.text("comment"),
    ...dropUndefined({
      errorCode: fields.maybe("errorCode", fields.text),
      severity: fields.maybe("severity", fields.text),
      suggestion: fields.maybe("suggestion", fields.text),
      verdict,
    }),
  };
}
