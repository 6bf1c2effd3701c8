/**
 * The page's half: calls into a worker, and notices its death. A worker that is ended from outside says nothing, so it
 * holds a lock, and the page waits for that lock: it comes the moment the worker is gone, however that happened.
 */
import type { VaultError } from "../../contracts/vault-error.ts";
import { err, type Result } from "../../shared/result.ts";
import type { CoreNotice } from "../core/core-state.ts";
import type { AnswerOf, AskOf, CallName } from "../core/vault-core.ts";
import type { Locks } from "../tabs/case-lock.ts";
import { isWorkerMessage, type AnyAnswer } from "./messages.ts";

/** As much of a `Worker` as the page needs. */
export type VaultWorker = Pick<Worker, "postMessage" | "terminate"> & {
  readonly addEventListener: {
    (type: "message", onEvent: (event: MessageEvent<unknown>) => void): void;
    (type: "error" | "messageerror", onEvent: () => void): void;
  };
};

export type WorkerLine = {
  readonly call: <Name extends CallName>(
    name: Name,
    ask: AskOf<Name>,
  ) => Promise<Result<AnswerOf<Name>, VaultError>>;
  /** Ends the worker and everything in it; what was asked is answered with `error`. */
  readonly end: (error: VaultError) => void;
};

export type LineParts = {
  readonly createWorker: () => VaultWorker;
  readonly locks: Locks | undefined;
  readonly onNotice: (notice: CoreNotice) => void;
  /** It died by itself; all calls have been answered. */
  readonly onDeath: () => void;
};

type Line = LineParts & {
  readonly worker: VaultWorker;
  readonly waiting: Map<number, (answer: AnyAnswer) => void>;
  calls: number;
  /** Why nothing is answered any more. */
  ended: VaultError | undefined;
};

/** Starts a worker and a line to it. */
export function createWorkerLine(parts: LineParts): WorkerLine {
  const line: Line = {
    ...parts,
    worker: parts.createWorker(),
    waiting: new Map(),
    calls: 0,
    ended: undefined,
  };
  line.worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => hear(line, data));
  line.worker.addEventListener("error", () => die(line));
  line.worker.addEventListener("messageerror", () => die(line));
  return {
    call: (name, ask) => call(line, name, ask),
    end: (error) => end(line, error),
  };
}

function call<Name extends CallName>(
  line: Line,
  name: Name,
  ask: AskOf<Name>,
): Promise<Result<AnswerOf<Name>, VaultError>> {
  if (line.ended !== undefined) return Promise.resolve(err(line.ended));
  line.calls += 1;
  const { calls } = line;
  return new Promise((resolve) => {
    line.waiting.set(calls, (answer) => {
      if (isAnswerTo<Name>(answer)) resolve(answer);
    });
    line.worker.postMessage({ call: calls, name, ask });
  });
}

/** The number says which call this answers, and the call's name what the answer is. */
function isAnswerTo<Name extends CallName>(answer: AnyAnswer): answer is Result<AnswerOf<Name>, VaultError> {
  return "ok" in answer;
}

function hear(line: Line, data: unknown): void {
  if (line.ended !== undefined || !isWorkerMessage(data)) return;
  if (data.type === "notice") line.onNotice(data.notice);
  else if (data.type === "life") watchLife(line, data.lock);
  else {
    const answer = line.waiting.get(data.call);
    line.waiting.delete(data.call);
    answer?.(data.answer);
  }
}

function watchLife(line: Line, name: string): void {
  line.locks?.request(name, async () => die(line)).catch(() => undefined);
}

function die(line: Line): void {
  if (line.ended !== undefined) return;
  end(line, { type: "vault-crashed" });
  line.onDeath();
}

function end(line: Line, error: VaultError): void {
  if (line.ended !== undefined) return;
  line.ended = error;
  line.worker.terminate();
  for (const answer of line.waiting.values()) answer(err(error));
  line.waiting.clear();
}
