/** How far the screen is behind an engine that speaks faster than any. */
import { nextFrame } from "../../../src/app/next-frame.ts";
import { scriptUrl } from "../../../src/app/script-url.ts";
import type { RunPhase } from "../../../src/workbench/run/run-state.ts";
import type { Runner } from "../../../src/workbench/run/runner.ts";
import type { BareResult, BareWork } from "../../decode/page/bare.worker.ts";
// oxlint-disable-next-line import/default -- With this query Vite exports the address, whatever the file exports.
import bareUrl from "../../decode/page/bare.worker.ts?worker&url";
import type { Started } from "./script-sources.ts";

export type ReplayTimes = {
  /** What a bare loop of the same engine takes for the same. */
  readonly offeredMs: number;
  /** From the first word until the last was painted. */
  readonly shownMs: number;
  readonly tokens: number;
};

/** Follows a run that was started, or that waits at its gate, until all of it is painted. */
export async function measureReplay({ runner, endless, script, requests }: Started): Promise<ReplayTimes> {
  if (endless === undefined) await untilPhase(runner, "thinking");
  else await endless.untilGate();
  const [startMs, tokens, asked] = [performance.now(), runner.store.getState().tokens, requests.length];
  if (endless === undefined) await untilPhase(runner, "ended");
  else await endless.openGate();
  await untilPainted();
  const shownMs = performance.now() - startMs;
  const first = endless === undefined ? 0 : asked;
  const bare = await runBare({ engine: "scripted", script, requests: requests.slice(first) });
  return { shownMs, offeredMs: bare.ms, tokens: runner.store.getState().tokens - tokens };
}

/** Resolves when the run is in that phase. */
export function untilPhase({ store }: Runner, phase: RunPhase): Promise<void> {
  return new Promise((resolve) => {
    if (store.getState().phase === phase) return resolve();
    const stop = store.subscribe((state) => {
      if (state.phase !== phase) return;
      stop();
      resolve();
    });
    return undefined;
  });
}

/** Resolves when everything that was asked to be drawn has been painted. */
async function untilPainted(): Promise<void> {
  await new Promise<void>((done) => nextFrame(done));
  await new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
  });
}

/** The same requests to the same engine in a worker of its own, with nobody listening. */
function runBare(work: BareWork): Promise<BareResult> {
  const worker = new Worker(scriptUrl(bareUrl), { type: "module" });
  return new Promise((resolve) => {
    worker.addEventListener("message", ({ data }: MessageEvent<BareResult>) => {
      worker.terminate();
      resolve(data);
    });
    worker.postMessage(work);
  });
}
