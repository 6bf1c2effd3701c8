/** Words of the run bar: what a case is run on, how the run goes and how it ended. */
import type { ReadingProgress } from "../../contracts/engine.ts";
import type { RunEndReason } from "../../domain/record/events.ts";
import type { ScriptPace } from "../../workbench/case-run/run-source.ts";
import type { RunFlag, RunPhase } from "../../workbench/run/run-state.ts";
import { engineErrorText } from "./engine-errors.ts";
import type { RunProblem } from "../../workbench/case-run/held-runs.ts";
import { teachText } from "./teach.ts";
import { timeText } from "./time.ts";

const count = new Intl.NumberFormat("en");

export const runText = {
  region: "Run",
  looking: "Looking what this case can be run on",
  run: "Run the case",
  runAgain: "Run again",
  walkThrough: "Start the walk-through",
  walkThroughAgain: "Start the walk-through again",
  opening: "Opening…",
  script: "Scripted walk-through, not a model",
  scriptMore: "Written in advance, not clinically reviewed. No model computes anything.",
  model: (model: string, engine: string) => `${model} on ${engine}`,
  on: "Run on",
  noModelTitle: "No model is loaded",
  noModel:
    "A model reasons about a case of your own. Choose and load one on the Models screen; it stays on this device.",
  noModelRevised:
    "The walk-through belongs to the text as it was written, and this text was corrected. Load a model to run it.",
  openModels: "Open Models",
  notWriter: "Only the tab that writes this case can run it.",
  choices: "Run choices",
  seed: "Seed",
  seedHelp: "The same seed, model and text give the same run.",
  temperature: "Temperature",
  temperatureHelp:
    "Of the thinking, from 0 to 1.5. The argument is always stated as surely as the model can.",
  thinking: "Think before arguing",
  thinkingHelp: "Without it the model argues at once.",
  budget: "Thinking budget in tokens",
  budgetHelp: "Usually 1,500; at most 4,000. It can be extended while it thinks.",
  pace: "Pace",
  scriptChoices: "A script says the same whatever the seed and the temperature.",
  stop: "Stop",
  answerNow: "Answer now",
  reading: "Reading what it is told",
  readingWords: ({ readTokens, totalTokens }: ReadingProgress) =>
    readTokens === 0
      ? `${count.format(totalTokens)} tokens to read before its first word`
      : `${count.format(readTokens)} of ${count.format(totalTokens)} tokens read`,
  extend: "Allow 500 more",
  steer: "Tokens and more",
  resume: "Take it up again",
  saveAgain: "Save again",
  budgetLabel: "Tokens of this phase",
  budgetWords: (spent: number, allowed: number, most: number) =>
    allowed < most
      ? `${count.format(spent)} of ${count.format(allowed)} allowed; limit ${count.format(most)}`
      : `${count.format(spent)} of ${count.format(most)} at most`,
  tokens: (tokens: number) => `${count.format(tokens)} tokens`,
  rate: (perSecond: number) => `${count.format(Math.round(perSecond))} a second`,
  unread: (lines: number) =>
    lines === 1 ? "1 line could not be read" : `${count.format(lines)} lines could not be read`,
  rebuilding: (attempt: number) =>
    `The engine failed and is started anew (try ${attempt}). What was said is kept.`,
  notSaved: (events: number) =>
    `${count.format(events)} ${events === 1 ? "event is" : "events are"} not saved yet. Nothing is lost while this page stays open.`,
  lastRun: "Last run",
  interrupted: "Interrupted before its end; what it said is kept.",
} as const;

/** How fast a script is told. */
export const paceWords = {
  reading: "To read along",
  fast: "Fast",
  "at-once": "All at once",
} as const satisfies Record<ScriptPace, string>;

/** What a run is doing. */
export const phaseWords = {
  idle: "Not running",
  counting: "Counting whether the text fits",
  thinking: "Thinking",
  statements: "Stating its argument",
  question: "Answering your question",
  ended: "Ended",
} as const satisfies Record<RunPhase, string>;

/** How a run ended. */
export const endWords = {
  finished: "Finished",
  stopped: "Stopped by you; what it said is kept",
  budget: "Ended because its tokens were spent; what it said is kept",
  failed: "Broke off; what it said is kept",
  abandoned: "Given up when the case was closed",
} as const satisfies Record<RunEndReason, string>;

/** What a person should know of a run. */
export const flagWords = {
  repetition: "It went in circles and was stopped.",
  "unclosed-thinking": "Its thinking was cut before it came to its own end.",
  "empty-answer": "A part of it ended without a word.",
  "context-full": "Its context is full.",
  "no-conclusion": "It did not say what it concludes; the leader follows from the strengths alone.",
  "engine-rebuilt": "The engine failed on the way and was started anew.",
} as const satisfies Record<RunFlag, string>;

export type ProblemWords = { readonly title: string; readonly wayOn: string };

/** Why a run did not begin, and what to do. */
export function runProblemWords(problem: RunProblem): ProblemWords {
  switch (problem.type) {
    case "run-busy":
      return { title: "A run is under way.", wayOn: "Stop it, or wait until it has ended." };
    case "run-case-empty":
      return { title: "There is nothing to reason about yet.", wayOn: "Write the case text, then run it." };
    case "desk-looking-back":
      return { title: timeText.refused, wayOn: timeText.runMore };
    case "run-called-off":
      return { title: "The run was stopped before it began.", wayOn: "Nothing was said. Start it again." };
    case "run-nothing-to-resume":
      return { title: "There is nothing to take up.", wayOn: "Start a new run." };
    case "run-nothing-to-say-again":
      return {
        title: "The script has nothing to say again.",
        wayOn:
          "It cannot think anew, and none of what it said was set aside and can stand again. Load a model to go on from here.",
      };
    case "run-turn-does-not-fit":
      return {
        title: `What the model must be told takes ${count.format(problem.promptTokens)} tokens; it has room for ${count.format(problem.contextTokens)} with its answer.`,
        wayOn: "Nothing was cut. Load the model with more context, or another model.",
      };
    case "run-does-not-fit":
      return misfitWords(problem);
    case "teaching-file-missing":
    case "teaching-file-unreadable":
      return teachText.failed[problem.type];
    default:
      return engineErrorText(problem);
  }
}

function misfitWords(misfit: Extract<RunProblem, { readonly type: "run-does-not-fit" }>): ProblemWords {
  const { promptTokens, contextTokens, mostThinkingTokens, fittingSentences } = misfit;
  const title = `The text takes ${count.format(promptTokens)} tokens; the model has room for ${count.format(contextTokens)} with all that it says.`;
  if (mostThinkingTokens !== undefined)
    return {
      title,
      wayOn: `It fits with a thinking budget of ${count.format(mostThinkingTokens)} or less. Nothing was cut.`,
    };
  return {
    title,
    wayOn: `The first ${count.format(fittingSentences)} sentences would fit. Nothing was cut: choose what the model need not read, or load one with more context.`,
  };
}

/** "2:05" */
export function elapsedToWords(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
