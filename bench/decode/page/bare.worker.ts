/** The limit: the same engine asked the same in a bare loop, with nobody listening but a counter. */
import type { GenerateRequest, TokenBatch } from "../../../src/contracts/engine.ts";
import type { Script } from "../../../src/contracts/engine-script.ts";
import { createSystemTimer } from "../../../src/engines/timer.ts";
import { createPlainScripted, createSteadyEngine } from "./steady-engine.ts";

export type BareWork = {
  readonly engine: "steady" | "scripted";
  readonly script: Script;
  readonly requests: readonly GenerateRequest[];
};
export type BareResult = { readonly tokens: number; readonly ms: number };

type Scope = {
  readonly postMessage: (result: BareResult) => void;
  readonly addEventListener: (type: "message", onEvent: (event: MessageEvent<BareWork>) => void) => void;
};
declare const self: Scope;

self.addEventListener("message", ({ data }) => void run(data).then((result) => self.postMessage(result)));

async function run({ engine: name, script, requests }: BareWork): Promise<BareResult> {
  const timer = createSystemTimer();
  const engine = name === "steady" ? createSteadyEngine(timer) : createPlainScripted(timer);
  await engine.load({ type: "script", script }, () => undefined);
  let tokens = 0;
  const count = ({ texts }: TokenBatch): void => {
    tokens += texts.length;
  };
  const startMs = performance.now();
  for (const request of requests) await engine.generate(request, count);
  return { tokens, ms: performance.now() - startMs };
}
