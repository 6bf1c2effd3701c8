/** Words of a question that is put to the loaded model, and of its answer. */
import type { RunEndReason } from "../../domain/record/events.ts";

export const modelAnswerText = {
  ask: "Ask the model",
  askToo: "Ask the model too",
  askAgain: "Ask the model again",
  busy: "A run is under way.",
  noModelTitle: "No model is loaded.",
  noModel: "Answers are computed from the graph. A loaded model can also be asked in your own words.",
  openModels: "Open Models",
  region: "The model's answer",
  words: "The model's words",
  wordsHint: "Said by the model, not computed from the graph. Check what it cites.",
  by: (model: string) => `by ${model}`,
  answering: "The model is answering",
  stop: "Stop",
  adds: "Added to the argument",
  unknownSentence: (id: string) => `${id}, which is not in the note`,
  stale: "Something that this answer rests on was changed since.",
} as const;

/** Where an answer did not come to its own end. */
export const brokenOffWords = {
  finished: undefined,
  stopped: "Stopped by you here.",
  budget: "Cut here: its tokens were spent.",
  failed: "It broke off here.",
  abandoned: "It broke off here, when the case was closed.",
} as const satisfies Record<RunEndReason, string | undefined>;
