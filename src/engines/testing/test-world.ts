/**
 * A small world for tests: time that jumps to the next thing due as soon as nobody has anything left to do, and
 * channels that know what is still under way. Thirty seconds of silence take no time, and the order is always the same.
 */
import type { EnginePort, PortListener } from "../engine-port.ts";
import type { Timer } from "../timer.ts";

export type TestChannel = {
  readonly page: EnginePort<unknown>;
  readonly worker: EnginePort<unknown>;
  /** The worker says and hears nothing any more, as in an endless loop. */
  readonly hang: () => void;
  /** The worker dies, and the page is told. */
  readonly crash: () => void;
};

export type TestWorld = { readonly timer: Timer; readonly createChannel: () => TestChannel };

type Due = { readonly atMs: number; readonly work: () => void };
type Traffic = { underWay: number };

/** A world whose turns are given by `nextTurn`, which must let messages pass first. */
export function createTestWorld(nextTurn: (work: () => void) => void): TestWorld {
  const traffic: Traffic = { underWay: 0 };
  return { timer: createJumpingTimer(traffic, nextTurn), createChannel: () => createChannel(traffic) };
}

function createJumpingTimer(traffic: Traffic, nextTurn: (work: () => void) => void): Timer {
  const waiting = new Set<Due>();
  let nowMs = 0;
  let isTurning = false;
  const turn = (): void => {
    const next = traffic.underWay > 0 ? undefined : earliest(waiting);
    if (next !== undefined) {
      waiting.delete(next);
      nowMs = Math.max(nowMs, next.atMs);
      next.work();
    }
    isTurning = waiting.size > 0;
    if (isTurning) nextTurn(turn);
  };
  return {
    now: () => nowMs,
    after: (ms, work) => {
      const due = { atMs: nowMs + ms, work };
      waiting.add(due);
      if (!isTurning) nextTurn(turn);
      isTurning = true;
      return () => void waiting.delete(due);
    },
  };
}

function earliest(waiting: ReadonlySet<Due>): Due | undefined {
  let first: Due | undefined;
  for (const due of waiting) if (first === undefined || due.atMs < first.atMs) first = due;
  return first;
}

function createChannel(traffic: Traffic): TestChannel {
  const { port1, port2 } = new MessageChannel();
  const own: Traffic = { underWay: 0 };
  const count = (change: number): void => {
    traffic.underWay += change;
    own.underWay += change;
  };
  let isClosed = false;
  let isMute = false;
  let pageListener: PortListener | undefined;
  const close = (): void => {
    if (isClosed) return;
    isClosed = true;
    count(-own.underWay);
    port1.close();
  };
  const createEnd = (port: MessagePort, isHeard: () => boolean): EnginePort<unknown> => ({
    post: (message) => {
      if (isClosed || !isHeard()) return;
      count(1);
      port.postMessage(message);
    },
    listen: (listener) => {
      if (port === port1) pageListener = listener;
      port.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
        if (isClosed) return;
        count(-1);
        if (port === port1 || !isMute) listener.onMessage(data);
      });
      port.start();
    },
    close,
  });
  return {
    page: createEnd(port1, () => true),
    worker: createEnd(port2, () => !isMute),
    hang: () => {
      isMute = true;
    },
    crash: () => {
      isMute = true;
      pageListener?.onFailure();
    },
  };
}
