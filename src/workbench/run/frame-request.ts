/** Asks for one picture, however often something changes until it is drawn. */
import type { NextFrame } from "./run-clock.ts";

export type FrameRequest = {
  /** Something is new. With a calm it may wait so long, unless something comes meanwhile that may not. */
  readonly ask: (calmMs?: number) => void;
  /** What was asked for is done already. */
  readonly callOff: () => void;
};

/** Requests for work that shows all there is. */
export function createFrameRequest(nextFrame: NextFrame, work: () => void): FrameRequest {
  let asked: { readonly calmMs: number } | undefined;
  return {
    ask: (calmMs = 0) => {
      if (asked !== undefined && asked.calmMs <= calmMs) return;
      const mine = { calmMs };
      asked = mine;
      const show = (): void => {
        // What was called off, or asked for again with less patience, comes all the same and finds nothing to do.
        if (asked !== mine) return;
        asked = undefined;
        work();
      };
      nextFrame(show, calmMs);
    },
    callOff: () => {
      asked = undefined;
    },
  };
}
