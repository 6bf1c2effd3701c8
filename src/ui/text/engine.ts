/** Words of the engine status, on every screen. */
import type { EngineStatus } from "../../workbench/engine-session/engine-state.ts";

/** What the model is doing, short enough for the header. */
export function engineStatusWords(status: EngineStatus): string {
  switch (status.type) {
    case "loading":
      return isRead(status) ? "Starting" : loadingWords(status);
    case "rebuilding":
      return "Starting anew";
    case "thinking":
    case "answering":
    case "reading":
    case "idle":
    case "failed":
    case "none":
      return statusWords[status.type];
    default:
      return status satisfies never;
  }
}

type Loading = Extract<EngineStatus, { readonly type: "loading" }>;

/** Every byte is in memory; what is left is to compile, and to say the first words. */
export function isRead({ loadedBytes, totalBytes }: Loading): boolean {
  return totalBytes > 0 && loadedBytes >= totalBytes;
}

function loadingWords({ loadedBytes, totalBytes }: Loading): string {
  return totalBytes === 0 ? "Loading" : `Loading ${Math.floor((100 * loadedBytes) / totalBytes)} %`;
}

const statusWords = {
  none: "Not loaded",
  idle: "Ready",
  reading: "Reading",
  thinking: "Thinking",
  answering: "Answering",
  failed: "Failed",
} as const;

export const engineText = {
  model: "Model",
  noModel: "No model",
  open: "Which model answers here?",
  title: "The model on this device",
  noneTitle: "No model is chosen",
  noneExplanation:
    "Answers that are computed from the graph work without one. For a model's own words, choose one on the Models screen.",
  notLoaded: "It is chosen, and takes no memory until it is loaded.",
  loading: (name: string) => `Loading ${name}`,
  starting: (name: string) => `Starting ${name}: its first words are compared with the known ones`,
  loadingNote: "Every byte is compared with its check sum before it is used.",
  ready: "Loaded, and its first words were the right ones. Nothing it is told leaves this device.",
  reading: "It reads what it was given. No word has come yet.",
  speaking: (tokens: string, rate: string) => `${tokens} tokens so far, ${rate} a second`,
  rebuilding: (attempt: number) =>
    `It failed and is started anew (try ${attempt} of 2). What was said before is kept.`,
  engine: "Engine",
  context: "Context",
  contextTokens: (tokens: number) => `${tokens.toLocaleString("en")} tokens`,
  reduced: (tokens: number, from: number) =>
    `${tokens.toLocaleString("en")} tokens; ${from.toLocaleString("en")} did not fit`,
  status: "Status",
  stop: "Stop",
  unload: "Unload",
  cancelLoading: "Cancel loading",
  load: "Load",
  openModels: "Open Models",
  chooseAnother: "Choose another model",
  loadInstead: (name: string) => `Load ${name} instead`,
  nothingSmaller: "No other installed model would need less. Computed answers work without one.",
  close: "Close",
  announceLoading: (name: string) => `Loading ${name}.`,
  announceReady: (name: string) => `${name} is ready.`,
  announceUnloaded: (name: string) => `${name} is unloaded.`,
} as const;
