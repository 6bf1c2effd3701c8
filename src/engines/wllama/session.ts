/**
 * A loaded model for as long as it is loaded: the library beneath it may be started anew, from the same file and into
 * the same state, while nobody waits for it yet.
 */
import type { EngineError } from "../../contracts/engine-error.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { isMark } from "./count-tokens.ts";
import { createConversation, type Conversation } from "./conversation.ts";
import type { KnownTemplate, LoadPlan } from "./plan-load.ts";
import type { OpenFault, OpenRuntime, Runtime } from "./runtime.ts";

export type SessionParts = {
  readonly plan: LoadPlan;
  readonly openRuntime: OpenRuntime;
  readonly threads: number;
  readonly usesGraphics: boolean;
  readonly isTrusted: (runtime: Runtime) => Promise<boolean>;
  readonly onBytes: (bytes: number) => void;
};

export type Session = {
  readonly template: KnownTemplate;
  readonly contextTokens: number;
  readonly conversation: Conversation;
  readonly runtime: () => Promise<Result<Runtime, EngineError>>;
  /** Ends all that was said, now; the model comes back by itself. */
  readonly renew: () => void;
  /** Ends it for good. */
  readonly end: () => Promise<void>;
};

/** Loads the model and proves it. */
export async function openSession(parts: SessionParts): Promise<Result<Session, EngineError>> {
  let opening = open(parts);
  const first = await opening;
  if (!first.ok) return first;
  const { contextTokens } = first.value;
  const conversation = createConversation(contextTokens);
  const end = async (): Promise<void> => {
    const opened = await opening;
    if (opened.ok) opened.value.end();
  };
  return ok({
    template: parts.plan.template,
    contextTokens,
    conversation,
    runtime: () => opening,
    renew: () => {
      conversation.forget();
      const ended = end();
      opening = ended.then(() => open(parts));
    },
    end,
  });
}

async function open(parts: SessionParts): Promise<Result<Runtime, EngineError>> {
  const { plan, threads, usesGraphics, openRuntime, isTrusted, onBytes } = parts;
  const { file, contextTokens, template } = plan;
  const opened = await openRuntime({ file, contextTokens, threads, usesGraphics }, onBytes);
  if (!opened.ok) return err(errorOf(opened.error));
  const runtime = opened.value;
  const error: EngineError | undefined = !(await isMark(runtime, markOf(template)))
    ? { type: "engine-model-unfit" }
    : (await isTrusted(runtime))
      ? undefined
      : { type: "engine-canary-failed" };
  if (error !== undefined) runtime.end();
  return error === undefined ? opened : err(error);
}

/** The end of a turn, which every vocabulary trained on the template has as one token. */
export function markOf({ assistant }: KnownTemplate): string {
  return assistant[1].trim();
}

function errorOf(fault: OpenFault): EngineError {
  switch (fault) {
    case "out-of-memory":
      return { type: "engine-out-of-memory" };
    case "unsupported":
      return { type: "engine-unsupported", missing: "browser-feature" };
    case "stalled":
      return { type: "engine-stalled", step: "load" };
    default:
      return { type: "engine-model-unfit" };
  }
}
