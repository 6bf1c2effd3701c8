/** One sentence and one way on for everything that can go wrong with a model that runs. Every one says what was kept. */
import type { EngineError, EnginePlace, EngineStep } from "../../contracts/engine-error.ts";

/** What the one button does; `none` where the way on lies in what is already on the screen. */
export type EngineAction = "load" | "models" | "check" | "none";

export type EngineErrorText = {
  readonly title: string;
  readonly wayOn: string;
  readonly action: EngineAction;
};

export const engineActionLabels = {
  load: "Load it again",
  models: "Open Models",
  check: "Check the model",
} as const satisfies Record<Exclude<EngineAction, "none">, string>;

const KEPT = "What was said so far is kept.";

/** Those with a number, a name or a kind in their sentence. */
type Numbered =
  | "engine-unsupported"
  | "engine-stalled"
  | "engine-prompt-too-long"
  | "engine-cannot"
  | "engine-context-too-large"
  | "engine-pack-damaged"
  | "engine-unexpected";
type Plain = Exclude<EngineError["type"], Numbered>;

const plain = {
  "engine-model-unfit": {
    title: "No engine here can run this kind of model.",
    wayOn: "It stays installed and nothing else changed. Choose another model.",
    action: "models",
  },
  "engine-not-loaded": {
    title: "No model is loaded.",
    wayOn: "Nothing was asked, so nothing is lost. Load one, then ask again.",
    action: "models",
  },
  "engine-device-lost": {
    title: "The graphics processor was lost, and the model with it.",
    wayOn: `${KEPT} Load the model again; if it happens twice, choose a smaller one.`,
    action: "load",
  },
  "engine-device-error": {
    title: "The graphics processor reported an error, so what the model computed after it is not shown.",
    wayOn: "What came before it is kept. Load the model again; if it happens twice, choose a smaller one.",
    action: "load",
  },
  "engine-out-of-memory": {
    title: "This device ran out of memory for the model, also with less context.",
    wayOn: `${KEPT} Close other programs and load it again, or choose a smaller model.`,
    action: "models",
  },
  "engine-crashed": {
    title: "The part that runs the model stopped.",
    wayOn: `${KEPT} Load the model again.`,
    action: "load",
  },
  "engine-broken-stream": {
    title: "A part of the answer never arrived, so the rest is not shown.",
    wayOn: "What came before it is kept. Load the model again.",
    action: "load",
  },
  "engine-bad-grammar": {
    title: "The engine could not use the notation's rules for this case.",
    wayOn: "The case is unchanged. Try again; if it stays, try another model and report it as a bug.",
    action: "none",
  },
  "engine-empty-answer": {
    title: "The model ended without a word.",
    wayOn: "Nothing is lost. Ask again, or choose another model.",
    action: "none",
  },
  "engine-off-script": {
    title: "This is a script, and it holds no answer to that.",
    wayOn: "Nothing is lost. Ask one of the questions it was written for, or choose a model.",
    action: "models",
  },
  "engine-request-invalid": {
    title: "The engine refused the request as unreadable. That is a bug in Curbside.",
    wayOn: "Nothing is lost. Try again, and report it if it stays.",
    action: "none",
  },
  "engine-busy": {
    title: "The model is still answering something else.",
    wayOn: "Nothing is lost. Wait for it, or stop it, then ask again.",
    action: "none",
  },
  "engine-device-in-use": {
    title: "Another tab holds a model on the graphics processor.",
    wayOn: "Two would take each other's memory. Unload it there or close that tab, then load it here.",
    action: "load",
  },
  "engine-given-up": {
    title: "The engine was started anew twice and failed each time.",
    wayOn: `${KEPT} Load the model again, or choose a smaller one.`,
    action: "load",
  },
  "engine-pack-missing": {
    title: "This model is not installed any more.",
    wayOn: "Cases are not affected. Choose another model, or install it again.",
    action: "models",
  },
  "engine-pack-busy": {
    title: "This model is being installed, checked or removed right now.",
    wayOn: "Nothing is lost. Load it when that is done.",
    action: "load",
  },
  "engine-canary-failed": {
    title: "The model loaded, but its first words were not the right ones, so it is not used.",
    wayOn:
      "Cases are not affected. Check its files; if they are whole, update the graphics driver or choose another model.",
    action: "check",
  },
} as const satisfies Record<Plain, EngineErrorText>;

const unsupported = {
  adapter: {
    title: "This model needs WebGPU, and no graphics processor answered.",
    wayOn:
      "Nothing was changed. Switch on graphics acceleration in the browser, or choose a GGUF model: it runs on the processor.",
    action: "models",
  },
  "half-precision": {
    title: "This model needs half precision (f16), which this graphics processor lacks.",
    wayOn: "Nothing was changed. Choose a build with f32 in its name; it takes about a fifth more memory.",
    action: "models",
  },
  memory: {
    title: "This device has too little memory for this model.",
    wayOn: "Nothing was changed. Choose a smaller model.",
    action: "models",
  },
  isolation: {
    title: "This address does not isolate the page, and this model needs that.",
    wayOn: "Nothing was changed. Start Curbside with npm start, or ask whoever hosts it to send its headers.",
    action: "models",
  },
  "browser-feature": {
    title: "This browser lacks a part that the engine needs.",
    wayOn: "Nothing was changed. Use a current Chrome, Edge or Firefox on a desktop computer.",
    action: "models",
  },
} as const satisfies Record<
  Extract<EngineError, { readonly type: "engine-unsupported" }>["missing"],
  EngineErrorText
>;

const steps = {
  probe: "saying what this device can do",
  load: "loading the model",
  "first-token": "reading the case",
  "next-token": "answering",
  interrupt: "stopping",
  count: "counting tokens",
  reset: "forgetting the case before",
  unload: "unloading the model",
  heartbeat: "working",
} as const satisfies Record<EngineStep, string>;

const places = {
  probe: "looking at this device",
  load: "loading the model",
  generate: "answering",
  count: "counting tokens",
  reset: "forgetting the case before",
  unload: "unloading the model",
  memory: "measuring memory",
} as const satisfies Record<EnginePlace, string>;

const features = {
  grammar: "hold its words to the step notation",
  logprobs: "say how likely each word was",
} as const;

type ErrorOf<Type extends EngineError["type"]> = Extract<EngineError, { readonly type: Type }>;
type Words = { readonly [Type in Numbered]: (error: ErrorOf<Type>) => EngineErrorText };

const numbered: Words = {
  "engine-unsupported": ({ missing }) => unsupported[missing],
  "engine-stalled": ({ step }) => ({
    title: `Nothing came from the model for too long while it was ${steps[step]}, so it was ended.`,
    wayOn: `${KEPT} Load the model again; if it happens twice, choose a smaller one.`,
    action: "load",
  }),
  "engine-prompt-too-long": ({ promptTokens, contextTokens }) => ({
    title: `The text has ${count(promptTokens)} tokens; this model takes ${count(contextTokens)}.`,
    wayOn:
      "Nothing was cut and nothing was sent to the model. Shorten the text, or choose a model with more context.",
    action: "models",
  }),
  "engine-context-too-large": ({ mostTokens, contextTokens }) => ({
    title: `The model has room for ${count(mostTokens)} tokens of context here, and ${count(contextTokens)} were asked for.`,
    wayOn: "Nothing is lost. Load it again with less, or choose a smaller model.",
    action: "models",
  }),
  "engine-cannot": ({ feature }) => ({
    title: `This engine cannot ${features[feature]}.`,
    wayOn: "Nothing is lost. Choose a model that runs on another engine.",
    action: "models",
  }),
  "engine-pack-damaged": ({ file }) => ({
    title: `A file of this model is not what was installed (${file}), so nothing of it was used.`,
    wayOn: "Cases are not affected. Install the model again; that replaces the damaged one.",
    action: "models",
  }),
  "engine-unexpected": ({ where }) => ({
    title: `Something went wrong that nobody foresaw, while ${places[where]}.`,
    wayOn: `${KEPT} Load the model again, and report it if it stays.`,
    action: "load",
  }),
};

/** The words of an error, with its numbers. */
export function engineErrorText(error: EngineError): EngineErrorText {
  if (!isNumbered(error)) return plain[error.type];
  // Each function takes the error of its own type, which the compiler cannot see through the lookup.
  const words: (error: never) => EngineErrorText = numbered[error.type];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as said
  return words(error as never);
}

function isNumbered(error: EngineError): error is ErrorOf<Numbered> {
  return error.type in numbered;
}

function count(tokens: number): string {
  return tokens.toLocaleString("en");
}
