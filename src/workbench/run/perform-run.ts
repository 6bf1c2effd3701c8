/** One run from its first word to its last: what is asked in which order, and what is left when it ends. */
import { ok, err, type Result } from "../../shared/result.ts";
import { askMoreStatements, openConversation, openStatements } from "../prompts/conversation.ts";
import { itemsFrom } from "./growing-list.ts";
import { createLiveRun, type LiveRun, toSettings } from "./live-run.ts";
import { prepareRun, type RunRefusal } from "./prepare-run.ts";
import { type PhaseEnd, runQuestion, runStatements, runThinking } from "./run-phases.ts";
import { CALM_MS } from "./run-clock.ts";
import { createRunRecorder } from "./run-recorder.ts";
import type { RunEnd } from "./run-state.ts";
import type { Rest, Work } from "./run-work.ts";
import { createSaveQueue } from "./save-queue.ts";

/** So often the screen hears of a run in which nothing happens, so that its clock goes on. */
const TICK_MS = 500;

/** Resolves when the run has ended and what it said was handed on, or at once where it cannot begin. */
export async function performRun(work: Work, rest: Rest): Promise<Result<RunEnd, RunRefusal>> {
  const { request } = rest;
  if (request.about.sentences.length === 0) return err({ type: "run-case-empty" });
  const live = createLive(work, rest);
  const before = work.live;
  work.live = live;
  work.view.flush();
  const prepared = await prepareRun(work, live, rest);
  if (!prepared.ok) {
    work.live = before;
    work.view.flush();
    return prepared;
  }
  const callOff = tick(work);
  rest.request.turn?.asked?.keep();
  live.recorder.start(live.settings);
  const end = await speakAll(work, live, rest);
  callOff();
  await finish(work, live, end);
  return ok(live.end ?? { reason: end.reason, error: undefined, canResume: false });
}

function createLive(work: Work, { request, conversation, known }: Rest): LiveRun {
  const { clock, view } = work;
  const run = request.record.newRunId();
  const queue = createSaveQueue(request.record.save, () => view.touch(CALM_MS.figures));
  const recorder = createRunRecorder({ request, run, clock, queue });
  const settings = toSettings(request);
  const { sentences } = request.about;
  const opened = request.choices.isThinking ? openConversation(sentences) : openStatements(sentences);
  const startMs = clock.now();
  return createLiveRun({
    request,
    run,
    settings,
    queue,
    recorder,
    startMs,
    known,
    conversation: conversation ?? opened,
  });
}

async function speakAll(work: Work, live: LiveRun, rest: Rest): Promise<PhaseEnd> {
  const { engine, clock, view } = work;
  const parts = { live, engine, now: clock.now, touch: view.touch };
  const { turn, choices } = rest.request;
  if (rest.conversation === undefined && turn === undefined && choices.isThinking) {
    const end = await runThinking(parts);
    if (end !== undefined) return end;
  }
  return turn?.asked === undefined ? runStatements(parts) : runQuestion(parts, turn.asked);
}

async function finish(work: Work, live: LiveRun, { reason, detail }: PhaseEnd): Promise<void> {
  const isQuestion = live.request.turn?.asked !== undefined;
  const answer = itemsFrom(live.answer.view()).join("");
  if (answer.trim() !== "") live.recorder.give(answer);
  live.recorder.end(reason, detail);
  work.spoken.keep(live);
  const isOver = reason === "finished" || reason === "abandoned";
  // A question is asked again, not taken up; what a run before it left open stays open.
  if (!isQuestion) work.rest = isOver ? undefined : restOf(live);
  const error = reason === "failed" ? live.error : undefined;
  live.end = { reason, error, canResume: work.rest !== undefined };
  live.endMs = work.clock.now();
  live.phase = "ended";
  live.rebuilding = undefined;
  work.view.flush();
  await live.queue.settle();
  work.view.flush();
}

/** Thinking that broke off is thought anew; an argument goes on behind what was said. */
function restOf({ phase, request, conversation, known }: LiveRun): Rest {
  if (phase !== "statements") return { request, conversation: undefined, known };
  const hasReply = conversation.at(-1)?.role === "assistant";
  return { request, conversation: hasReply ? askMoreStatements(conversation) : conversation, known };
}

/** Keeps the clock on the screen going, until called off. */
function tick({ clock, view }: Work): () => void {
  let callOff: (() => void) | undefined;
  const beat = (): void => {
    callOff = clock.after(TICK_MS, beat);
    view.touch(CALM_MS.figures);
  };
  beat();
  return () => callOff?.();
}
