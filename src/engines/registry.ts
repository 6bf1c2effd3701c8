/** The engines of this build. Adding one is a folder beside this file and a line in this list. */
import type { EngineEntry } from "../contracts/engine.ts";
// oxlint-disable-next-line import/default -- With this query Vite exports the address, whatever the file exports.
import scriptedWorkerUrl from "./scripted/scripted.worker.ts?worker&url";
// oxlint-disable-next-line import/default -- As above.
import webLlmWorkerUrl from "./web-llm/web-llm.worker.ts?worker&url";
// oxlint-disable-next-line import/default -- As above.
import wllamaWorkerUrl from "./wllama/wllama.worker.ts?worker&url";

export const engines = [
  {
    id: "web-llm",
    label: "WebLLM",
    runsOn: "A graphics device, through WebGPU",
    capabilities: { grammar: "xgrammar", logprobs: true, voice: "model" },
    workerUrl: webLlmWorkerUrl,
  },
  {
    id: "wllama",
    label: "wllama",
    runsOn: "The processor, through WebAssembly; a graphics device with half precision where there is one",
    capabilities: { grammar: "gbnf", logprobs: true, voice: "model" },
    workerUrl: wllamaWorkerUrl,
  },
  {
    id: "scripted",
    label: "Scripted (replays a transcript, no model)",
    runsOn: "Any device: nothing is computed",
    capabilities: { grammar: undefined, logprobs: false, voice: "script" },
    workerUrl: scriptedWorkerUrl,
  },
] as const satisfies readonly EngineEntry[];
