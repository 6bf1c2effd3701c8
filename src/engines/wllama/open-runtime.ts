/** The real library behind `Runtime`. Its messages end here: what leaves is a kind of fault. */
import { err, ok, type Result } from "../../shared/result.ts";
import type { Timer } from "../timer.ts";
import { LocalWllama } from "./local-wllama.ts";
import { createModelBlob } from "./model-blob.ts";
import { readChunk } from "./read-chunk.ts";
import type { OpenFault, OpenRuntime, RunFault, RunOrder, Runtime, RuntimePlan } from "./runtime.ts";

/** Between two reads of the file, or between the last one and the end. */
const MOST_SILENT_MS = 60_000;
/**
 * Tokens of a prompt read at a time: an interrupt waits for so many. On the processor a token costs the same alone as in
 * a row of 256 (measured, see docs/decisions/2026-11-21-wllama-threads.md); on a graphics device it does not.
 */
const READ_AT_ONCE = { processor: 4, graphics: 256 };

/** Opens runtimes whose patience is measured by this timer. */
export function createOpenRuntime(timer: Timer): OpenRuntime {
  return async (plan, onBytes) => {
    const watch = createLoadWatch(timer);
    const library = new LocalWllama(watch.logger);
    const blob = createModelBlob(plan.file, (bytes) => {
      watch.touch();
      onBytes(bytes);
    });
    const opened = await Promise.race([load(library, blob, plan), watch.fault]);
    watch.end();
    // Ending what never came up must not wait for it.
    if (!opened.ok) void library.exit();
    return opened;
  };
}

/** What the library says is for its own makers. */
function ignore(): void {}

/** Knows when a load will never end: nothing happens any more, or its worker could not even start. */
function createLoadWatch(timer: Timer) {
  let callOff: (() => void) | undefined;
  let fail: (fault: OpenFault) => void;
  const fault = new Promise<Result<never, OpenFault>>((resolve) => {
    fail = (kind) => resolve(err(kind));
  });
  const touch = (): void => {
    callOff?.();
    callOff = timer.after(MOST_SILENT_MS, () => fail("stalled"));
  };
  const error = (...words: readonly unknown[]): void => {
    // The library only logs that its worker did not start, and waits for it for ever.
    if (words.some((word) => word instanceof Event)) fail("unsupported");
  };
  touch();
  return {
    fault,
    touch,
    end: () => callOff?.(),
    logger: { debug: ignore, log: ignore, warn: ignore, error },
  };
}

async function load(
  library: LocalWllama,
  blob: Blob,
  { contextTokens, threads, usesGraphics }: RuntimePlan,
): Promise<Result<Runtime, OpenFault>> {
  const readAtOnce = usesGraphics ? READ_AT_ONCE.graphics : READ_AT_ONCE.processor;
  try {
    // No seed: one given here would take the place of every request's.
    await library.loadModel([blob], {
      n_ctx: contextTokens,
      n_batch: readAtOnce,
      n_ubatch: readAtOnce,
      n_threads: threads,
      n_parallel: 1,
      n_gpu_layers: usesGraphics ? 99_999 : 0,
      warmup: false,
    });
  } catch (thrown) {
    return err(faultOfLoad(thrown));
  }
  const info = library.getLoadedContextInfo();
  // Loading junk resolves like loading a model; only this tells them apart.
  if (Reflect.get(info, "success") !== true || info.n_vocab === 0) return err("unfit");
  return ok({
    contextTokens: info.n_ctx,
    addsBegin: library.mustAddBosToken(),
    run: (order, onChunk, signal) => run(library, order, onChunk, signal),
    end: () => void library.exit(),
  });
}

function faultOfLoad(thrown: unknown): OpenFault {
  if (isAboutMemory(thrown)) return "out-of-memory";
  // A browser or a policy that lets no worker start says so at once.
  const isRefused = thrown instanceof TypeError || thrown instanceof DOMException;
  return isRefused ? "unsupported" : "unfit";
}

async function run(
  library: LocalWllama,
  order: RunOrder,
  onChunk: Parameters<Runtime["run"]>[1],
  signal: AbortSignal,
): Promise<Result<undefined, RunFault>> {
  try {
    await library.createCompletion({
      ...optionsOf(order),
      stream: true,
      abortSignal: signal,
      onData: (data) => onChunk(readChunk(data)),
    });
    return ok(undefined);
  } catch (thrown) {
    return err(faultOf(thrown));
  }
}

function optionsOf({ prompt, budget, temperature, topP, seed, grammar, logprobs, mayReuse }: RunOrder) {
  return {
    prompt,
    max_tokens: budget,
    temperature,
    top_p: topP,
    // The library's own choices would cut what the request's temperature and share leave in.
    top_k: 0,
    min_p: 0,
    seed: seed % 2 ** 32,
    n_probs: logprobs,
    cache_prompt: mayReuse,
    timings_per_token: true,
    return_progress: true,
    ...(grammar === undefined ? {} : { grammar }),
  };
}

function faultOf(thrown: unknown): RunFault {
  if (!(thrown instanceof Error)) return { type: "dead" };
  const { name, message } = thrown;
  if (name === "AbortError") return { type: "stopped" };
  const tokens = /^request \((\d+) tokens\) exceeds/u.exec(message)?.[1];
  if (tokens !== undefined) return { type: "too-long", tokens: Number(tokens) };
  if (message.includes("grammar")) return { type: "bad-grammar" };
  if (message.startsWith("Invalid typed array length")) return { type: "unwritable" };
  return isAboutMemory(thrown) ? { type: "out-of-memory" } : { type: "dead" };
}

function isAboutMemory(thrown: unknown): boolean {
  return thrown instanceof Error && /memory|OOM|alloc/iu.test(thrown.message);
}
