/**
 * What happens in a run, as events of the record. Thinking is gathered into chunks so that a token costs next to nothing
 * to keep; a closed statement is kept at once and for good.
 */
import type {
  Author,
  RecordedStatement,
  RecordEvent,
  RunEndReason,
  RunId,
} from "../../domain/record/events.ts";
import { EVENT_VERSION } from "../../domain/record/events.ts";
import type { Statement } from "../../domain/reasoning/notation/statement.ts";
import { assertNever } from "../../shared/assert.ts";
import type { RunClock } from "./run-clock.ts";
import type { RunRequest } from "./run-request.ts";
import type { RunSettings } from "../../domain/record/events.ts";
import type { SaveQueue } from "./save-queue.ts";

/** Most tokens of a chunk. */
const CHUNK_TOKENS = 256;
/** Most time that thinking stays in memory alone: what a crash may take. */
const CHUNK_MS = 500;

export type RunRecorder = {
  readonly start: (settings: RunSettings) => void;
  /** Thinking that came with one token; empty where the token was held back. */
  readonly think: (text: string) => void;
  /** Words of an answer that came with one token. */
  readonly answer: (text: string) => void;
  /** The whole answer, as it will be found under its question. */
  readonly give: (text: string) => void;
  readonly close: (statement: Statement) => void;
  readonly end: (reason: RunEndReason, detail: string | undefined) => void;
};

export type RecorderParts = {
  readonly request: RunRequest;
  readonly run: RunId;
  readonly clock: RunClock;
  readonly queue: SaveQueue;
};

/** The recorder of one run. */
export function createRunRecorder(parts: RecorderParts): RunRecorder {
  const { request, run, queue } = parts;
  const { about } = request;
  const base = () => ({ ...stampOf(request), run });
  const thinking = createChunk(parts.clock, (text) =>
    queue.add([{ ...base(), type: "thinking-append", text }], "relaxed"),
  );
  const answering = createChunk(parts.clock, (text) =>
    queue.add([{ ...base(), type: "thinking-append", text, part: "answer" }], "relaxed"),
  );
  const write = (makeEvent: () => RecordEvent): void => {
    // What was said before comes before it in the record, so it is numbered only then.
    thinking.flush();
    answering.flush();
    queue.add([makeEvent()], "strict");
  };
  return {
    start: (settings) => {
      const { branch, revision, leftOut = [] } = about;
      const text = revision === undefined ? {} : { revision };
      const less = leftOut.length === 0 ? {} : { leftOut };
      const task = taskOf(request);
      write(() => ({ ...base(), type: "run-start", branch, ...text, settings, ...task, ...less }));
    },
    think: thinking.push,
    answer: answering.push,
    give: (text) => {
      const { asked } = request.turn ?? {};
      if (asked === undefined) return;
      const { question, answer } = asked;
      const restsOn = asked.restsOn(text);
      write(() => ({ ...base(), type: "answer-give", answer, question, source: "model", text, restsOn }));
    },
    close: (statement) => {
      const { line, flags: marks } = statement;
      write(() => ({ ...base(), type: "statement-close", line, statement: toRecorded(statement), marks }));
    },
    end: (reason, detail) => {
      write(() => ({ ...base(), type: "run-end", reason, ...(detail === undefined ? {} : { detail }) }));
    },
  };
}

function taskOf({ turn }: RunRequest) {
  if (turn === undefined) return {};
  const { task, asked } = turn;
  return asked === undefined ? { task } : { task, question: asked.question };
}

function stampOf({ about, model, record }: RunRequest) {
  const isModel = model.capabilities.voice === "model";
  const author: Author = { kind: isModel ? "model" : "program", profile: model.model };
  return { version: EVENT_VERSION, ...record.stamp(), author, caseId: about.caseId } as const;
}

function toRecorded(statement: Statement): RecordedStatement {
  switch (statement.type) {
    case "node":
      return { type: "node", node: statement.node };
    case "edge":
      return { type: "edge", edge: statement.edge };
    case "conclusion":
      return { type: "conclusion", leader: statement.leader, text: statement.text };
    case "unread":
      return { type: "unread" };
    default:
      return assertNever(statement);
  }
}

function createChunk(clock: RunClock, write: (text: string) => void) {
  let texts: string[] = [];
  let tokens = 0;
  let callOff: (() => void) | undefined;
  const flush = (): void => {
    callOff?.();
    callOff = undefined;
    tokens = 0;
    if (texts.length === 0) return;
    const text = texts.join("");
    texts = [];
    write(text);
  };
  return {
    flush,
    push: (text: string): void => {
      if (text !== "") texts.push(text);
      tokens += 1;
      if (tokens >= CHUNK_TOKENS) flush();
      else if (texts.length > 0) callOff ??= clock.after(CHUNK_MS, flush);
    },
  };
}
