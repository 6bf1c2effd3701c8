/** A store that takes at most one snapshot a frame, however often something changes. */
import { createStore, type StoreApi } from "zustand/vanilla";
import { createFrameRequest } from "./frame-request.ts";
import type { NextFrame } from "./run-clock.ts";

export type FrameStore<State> = {
  readonly store: StoreApi<State>;
  /** Says that a snapshot is due; with a calm it may wait so long. */
  readonly touch: (calmMs?: number) => void;
  /** Takes the snapshot now: for what must not be seen late, such as an end. */
  readonly flush: () => void;
};

/** A store that begins with `first` and then holds what `read` gives. */
export function createFrameStore<State>(
  first: State,
  read: () => State,
  nextFrame: NextFrame,
): FrameStore<State> {
  const store = createStore<State>(() => first);
  const take = (): void => store.setState(read(), true);
  const request = createFrameRequest(nextFrame, take);
  return {
    store,
    flush: () => {
      request.callOff();
      take();
    },
    touch: request.ask,
  };
}
