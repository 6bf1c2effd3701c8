/** A store that takes at most one snapshot a frame, however often something changes. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { NextFrame } from "./run-clock.ts";

export type FrameStore<State> = {
  readonly store: StoreApi<State>;
  /** Says that a snapshot is due. */
  readonly touch: () => void;
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
  let isDue = false;
  const flush = (): void => {
    isDue = false;
    store.setState(read(), true);
  };
  return {
    store,
    flush,
    touch: () => {
      if (isDue) return;
      isDue = true;
      nextFrame(() => {
        if (isDue) flush();
      });
    },
  };
}
