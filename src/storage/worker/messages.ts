/** What page and worker say to each other. Both are of one build; what is checked is that a message is one of ours. */
import { isCount, isText, isWordOf, isYesOrNo } from "../../contracts/guards.ts";
import type { VaultError } from "../../contracts/vault-error.ts";
import type { Result } from "../../shared/result.ts";
import type { CoreNotice } from "../core/core-state.ts";
import type { AnswerOf, AskOf, CallName } from "../core/vault-core.ts";

/** A question of the page. */
export type WorkerCall<Name extends CallName = CallName> = {
  readonly call: number;
  readonly name: Name;
  readonly ask: AskOf<Name>;
};

export type AnyAnswer = Result<AnswerOf<CallName>, VaultError>;

export type WorkerMessage =
  | { readonly type: "answer"; readonly call: number; readonly answer: AnyAnswer }
  /** The name of a lock that the worker holds as long as it lives: whoever gets it knows that the worker is dead. */
  | { readonly type: "life"; readonly lock: string }
  | { readonly type: "notice"; readonly notice: CoreNotice };

/**
 * Whether this is a call. What is asked with is not looked into: it was written by this build's own page, and events
 * are read one by one before they are stored.
 */
export function isWorkerCall(data: unknown, names: ReadonlySet<string>): data is WorkerCall {
  return isObject(data) && isCount(data["call"]) && isText(data["name"]) && names.has(data["name"]);
}

/**
 * Whether this is a message of the worker. Events inside it were read one by one there; looking at each again here would
 * cost the page what the worker is there to save.
 */
export function isWorkerMessage(data: unknown): data is WorkerMessage {
  if (!isObject(data)) return false;
  if (data["type"] === "life") return isText(data["lock"]);
  if (data["type"] === "notice") return isObject(data["notice"]) && isNoticeType(data["notice"]["type"]);
  return (
    data["type"] === "answer" &&
    isCount(data["call"]) &&
    isObject(data["answer"]) &&
    isYesOrNo(data["answer"]["ok"])
  );
}

const isNoticeType = isWordOf(["case", "case-ahead", "cases-changed", "progress", "over"]);

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
