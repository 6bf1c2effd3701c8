/**
 * The two phases of a run: free thinking, then the argument in rounds until it concludes. The conversation only grows, so
 * an engine reads nothing twice; whatever goes wrong, what was said stays.
 */
import type { Engine } from "../../contracts/engine.ts";
import type { RunEndReason } from "../../domain/record/events.ts";
import { askMoreStatements, askStatements, withReply } from "../prompts/conversation.ts";
import { type Phase, PHASE_BUDGETS, planRound } from "../prompts/phase-budgets.ts";
import { toRequest } from "../prompts/phase-request.ts";
import { itemsFrom } from "./growing-list.ts";
import { type LiveRun, raiseFlag } from "./live-run.ts";
import {
  createAnswerReader,
  createStatementsReader,
  createThinkingReader,
  type ReplyReader,
} from "./reply-reader.ts";
import type { RunQuestion } from "./run-request.ts";
import { type Round, speakRound } from "./speak-round.ts";

export type PhaseParts = {
  readonly live: LiveRun;
  readonly engine: Pick<Engine, "generate" | "interrupt" | "countTokens">;
  readonly now: () => number;
  readonly touch: (calmMs?: number) => void;
};

export type PhaseEnd = { readonly reason: RunEndReason; readonly detail?: string };

/** Lets the model think; undefined where the run goes on. */
export async function runThinking(parts: PhaseParts): Promise<PhaseEnd | undefined> {
  const { live } = parts;
  const { model, choices } = live.request;
  enterPhase(parts, "thinking", choices.thinkingTokens ?? PHASE_BUDGETS.thinking.usual);
  const round = await speak(parts, "thinking", createThinkingReader(model.style));
  if (isPhaseEnd(round)) return round;
  if (round.end === "empty") raiseFlag(live, "empty-answer");
  if (round.end === "repetition") raiseFlag(live, "repetition");
  if (round.isThinkingOpen || round.end === "cut") raiseFlag(live, "unclosed-thinking");
  if (round.end === "failed" || round.end === "halted" || round.end === "context-full")
    return endOf(live, round.end);
  live.conversation = askStatements(withReply(live.conversation, closeReply(round)));
  return undefined;
}

/** Lets the model argue, round by round. */
export async function runStatements(parts: PhaseParts): Promise<PhaseEnd> {
  const { live } = parts;
  const { model, about } = live.request;
  const isScript = model.capabilities.voice === "script";
  const { usual, most } = PHASE_BUDGETS.statements;
  const sentences = new Set(about.sentences.map(({ id }) => id));
  enterPhase(parts, "statements", isScript ? most : usual);
  for (;;) {
    const before = live.statements.view().count;
    const origin = isScript ? "scripted" : "notation";
    const reader = createStatementsReader({ start: "answer" }, { sentences, origin });
    const round = await speak(parts, "statements", reader);
    if (isPhaseEnd(round)) return round;
    if (round.text !== "") live.conversation = withReply(live.conversation, round.text);
    const news = itemsFrom(live.statements.view(), before);
    for (const { line } of news) live.known.add(line);
    const end = judgeStatements(live, round, news.length);
    if (end !== undefined) return end;
    live.conversation = askMoreStatements(live.conversation);
  }
}

/** Whether this round was the last. */
function judgeStatements(live: LiveRun, { end }: Round, read: number): PhaseEnd | undefined {
  if (end === "failed" || end === "halted" || end === "context-full") return endOf(live, end);
  if (live.hasConcluded) return { reason: "finished" };
  if (end === "repetition") {
    raiseFlag(live, "repetition");
    return { reason: "failed", detail: "repetition" };
  }
  // Where the clinician allowed no more, that is why it ended; else it is asked for the rest while it has any.
  if (live.spent >= live.allowed) return { reason: "budget" };
  if (end === "cut" || (read > 0 && live.request.model.capabilities.voice === "model")) return undefined;
  raiseFlag(live, read > 0 ? "no-conclusion" : "empty-answer");
  return read > 0 ? { reason: "finished" } : { reason: "failed", detail: "engine-empty-answer" };
}

/** Lets the model answer a question: one reply, as long as the clinician allows. */
export async function runQuestion(parts: PhaseParts, asked: RunQuestion): Promise<PhaseEnd> {
  const { live } = parts;
  const sentences = new Set(live.request.about.sentences.map(({ id }) => id));
  enterPhase(parts, "question", PHASE_BUDGETS.question.usual);
  const context = { sentences, origin: "notation" } as const;
  const round = await speak(parts, "question", createAnswerReader({ start: "answer" }, context, asked.adds));
  if (isPhaseEnd(round)) return round;
  if (round.text !== "") live.conversation = withReply(live.conversation, round.text);
  const { end } = round;
  if (end === "failed" || end === "halted" || end === "context-full") return endOf(live, end);
  if (end === "repetition") raiseFlag(live, "repetition");
  if (end === "repetition") return { reason: "failed", detail: "repetition" };
  if (itemsFrom(live.answer.view()).join("").trim() !== "")
    return { reason: end === "cut" ? "budget" : "finished" };
  raiseFlag(live, "empty-answer");
  return { reason: "failed", detail: "engine-empty-answer" };
}

function enterPhase({ live }: PhaseParts, phase: Phase, allowed: number): void {
  live.phase = phase;
  live.spent = 0;
  live.allowed = Math.min(allowed, PHASE_BUDGETS[phase].most);
}

async function speak(
  { live, engine, now, touch }: PhaseParts,
  phase: Phase,
  reader: ReplyReader,
): Promise<Round | PhaseEnd> {
  const { about, model, choices } = live.request;
  const { conversation } = live;
  const { capabilities } = model;
  const isThinking = phase === "thinking";
  const counted = await engine.countTokens({ type: "chat", messages: conversation, thinking: isThinking });
  if (live.halt !== undefined) return endOf(live, "halted");
  if (!counted.ok) {
    live.error = counted.error;
    return endOf(live, "failed");
  }
  const plan = planRound({
    phase,
    allowed: PHASE_BUDGETS[phase].most,
    spent: live.spent,
    promptTokens: counted.value,
    contextTokens: model.contextTokens,
    isWhole: capabilities.voice === "script" || phase === "question",
  });
  if (plan.type === "spent") return { reason: "budget" };
  if (plan.type === "no-room") return endOf(live, "context-full");
  if (capabilities.voice === "model") live.reading = { readTokens: 0, totalTokens: counted.value };
  touch();
  const { seed, temperature } = choices;
  const request = toRequest({
    phase,
    conversation,
    sentences: about.sentences,
    capabilities,
    budget: plan.budget,
    seed,
    temperature,
  });
  return speakRound({ live, engine, request, reader, now, touch });
}

function isPhaseEnd(value: Round | PhaseEnd): value is PhaseEnd {
  return "reason" in value;
}

function endOf(live: LiveRun, end: "failed" | "halted" | "context-full"): PhaseEnd {
  if (end === "failed") return { reason: "failed", ...(live.error && { detail: live.error.type }) };
  if (end === "halted") return { reason: live.halt === "forget" ? "abandoned" : "stopped" };
  raiseFlag(live, "context-full");
  return { reason: "budget", detail: "context-full" };
}

/** Thinking that was cut is closed for the model, behind all that it said: it goes on to its argument. */
function closeReply({ text, isThinkingOpen }: Round): string {
  if (text.trim() === "") return "ready";
  if (!isThinkingOpen) return text;
  return `${text}${text.trimStart().startsWith("[THINK]") ? "[/THINK]" : "\n</think>"}\n\nready`;
}
