/**
 * Opens events from storage, files and other people. Untrusted to the last field: the answer is an event or a typed
 * reason without patient text, never an exception. An event of a later version is left alone, not guessed at.
 */
import { err, ok } from "../../shared/result.ts";
import type { Result } from "../../shared/result.ts";
import { EVENT_VERSION } from "./events.ts";
import type { RecordEvent, SentencePlace } from "./events.ts";
import { MOST_TEXT, createFields, dropUndefined } from "./fields.ts";
import type { FieldProblem, Fields } from "./fields.ts";
import { readPayload } from "./read-payload.ts";

export type EventError =
  | FieldProblem
  | { readonly type: "not-json" }
  | { readonly type: "newer-version"; readonly version: number }
  | { readonly type: "unknown-type" };

/** Reads one event from parsed JSON. */
export function readEvent(json: unknown): Result<RecordEvent, EventError> {
  const problems: FieldProblem[] = [];
  const fields = createFields(json, "", problems);
  const version = fields.integer("version", 1);
  if (version > EVENT_VERSION) return err({ type: "newer-version", version });
  const base = {
    version: EVENT_VERSION,
    id: fields.id("id"),
    order: fields.integer("order", 1),
    time: fields.number("time", 0, Number.MAX_SAFE_INTEGER),
    author: readAuthor(fields.nested("author")),
    caseId: fields.id("caseId"),
    ...dropUndefined({ together: fields.maybe("together", fields.id) }),
  } as const;
  const type = fields.text("type");
  const payload = problems.length === 0 ? readPayload(type, fields) : undefined;
  const [problem] = problems;
  if (problem !== undefined) return err(problem);
  if (payload === undefined) return err({ type: "unknown-type" });
  if (payload.type === "text-revise" && !areInPlace(payload.text, payload.sentences)) {
    return err({ type: "malformed", path: "sentences" });
  }
  return ok({ ...base, ...payload });
}

/** Reads one event from a line of text, whatever that line holds. */
export function readEventLine(line: string): Result<RecordEvent, EventError> {
  if (line.length > 2 * MOST_TEXT) return err({ type: "too-large", path: "" });
  try {
    return readEvent(JSON.parse(line));
  } catch (error) {
    // Not JSON, or nested deeper than the engine's own reader goes; a bug of ours is neither and stays one.
    if (error instanceof SyntaxError || error instanceof RangeError) return err({ type: "not-json" });
    throw error;
  }
}

function readAuthor(fields: Fields): RecordEvent["author"] {
  const kind = fields.choice("kind", ["clinician", "educator", "learner", "model", "program"]);
  return { kind, profile: fields.text("profile") };
}

/** Sentences in reading order, inside the text, each id once. */
function areInPlace(text: string, sentences: readonly SentencePlace[]): boolean {
  const ids = new Set<string>();
  let at = 0;
  for (const { id, start, end } of sentences) {
    if (start < at || end <= start || end > text.length || ids.has(id) || !/^s[1-9]\d{0,8}$/.test(id))
      return false;
    ids.add(id);
    at = end;
  }
  return true;
}
