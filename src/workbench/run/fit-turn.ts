/** Where a turn goes: behind what was said if there is room for it, else behind the case alone, else nowhere. */
import type { Engine } from "../../contracts/engine.ts";
import type { EngineError } from "../../contracts/engine-error.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Conversation } from "../prompts/conversation.ts";
import type { RunTurn } from "./run-request.ts";

/** A shorter answer than this says nothing. */
const LEAST_ANSWER_TOKENS = 300;

export type TurnMisfit = {
  readonly type: "run-turn-does-not-fit";
  readonly promptTokens: number;
  readonly contextTokens: number;
};

export type TurnQuery = {
  readonly engine: Pick<Engine, "countTokens">;
  readonly turn: Pick<RunTurn, "put">;
  /** What was said before, where the engine may still know it. */
  readonly said: Conversation | undefined;
  readonly contextTokens: number;
};

/** The conversation with the turn at its end; nothing is cut to make it fit. */
export async function fitTurn({
  engine,
  turn,
  said,
  contextTokens,
}: TurnQuery): Promise<Result<Conversation, TurnMisfit | EngineError>> {
  let promptTokens = 0;
  for (const before of said === undefined ? [undefined] : [said, undefined]) {
    const conversation = turn.put(before);
    const counted = await engine.countTokens({ type: "chat", messages: conversation, thinking: false });
    if (!counted.ok) return counted;
    promptTokens = counted.value;
    if (promptTokens + LEAST_ANSWER_TOKENS <= contextTokens) return ok(conversation);
  }
  return err({ type: "run-turn-does-not-fit", promptTokens, contextTokens });
}
