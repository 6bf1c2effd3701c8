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
  const chunk = createChunk(parts.clock, (text) =>
    queue.add([{ ...base(), type: "thinking-append", text }], "relaxed"),
  );
  const write = (event: RecordEvent): void => {
    chunk.flush();
    queue.add([event], "strict");
  };
  return {
    start: (settings) => {
      const { branch, revision } = about;
      const text = revision === undefined ? {} : { revision };
      const task = request.turn === undefined ? {} : { task: request.turn.task };
      write({ ...base(), type: "run-start", branch, ...text, settings, ...task });
    },
    think: chunk.push,
    close: (statement) => {
      chunk.flush();
      const { line, flags: marks } = statement;
      write({ ...base(), type: "statement-close", line, statement: toRecorded(statement), marks });
    },
    end: (reason, detail) => {
      chunk.flush();
      write({ ...base(), type: "run-end", reason, ...(detail === undefined ? {} : { detail }) });
    },
  };
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
