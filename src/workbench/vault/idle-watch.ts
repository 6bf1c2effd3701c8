/**
 * When nobody is there any more. A browser tells no page that the device slept; a clock that jumped does. Work of a
 * model is no sign of a person.
 */

export type IdleState =
  | { readonly type: "active" }
  /** Locks soon, unless somebody shows up. */
  | { readonly type: "ending"; readonly secondsLeft: number }
  | { readonly type: "over"; readonly because: "idle" | "suspend" };

export type IdleWatch = {
  /** Somebody is there, in this tab or in another. */
  readonly touch: (time: number) => void;
  /** To be called about once a second. */
  readonly check: (time: number, isHidden: boolean) => IdleState;
};

/** How long before locking it is announced. */
const NOTICE_MS = 30_000;
/** A shown page gets its second; a hidden one is woken once a minute at the least (timer throttling of browsers). */
const LONGEST_GAP_MS = { shown: 30_000, hidden: 180_000 } as const;

/** Begins as if somebody had just been there. */
export function createIdleWatch(limitMs: number, start: number): IdleWatch {
  let touched = start;
  let checked = start;
  return {
    touch: (time) => {
      touched = Math.max(touched, time);
    },
    check: (time, isHidden) => {
      const gap = time - checked;
      checked = time;
      // A clock that was set back begins the wait anew rather than never ending it.
      if (gap < 0) touched = Math.min(touched, time);
      if (gap > LONGEST_GAP_MS[isHidden ? "hidden" : "shown"]) return { type: "over", because: "suspend" };
      const left = limitMs - (time - touched);
      if (left <= 0) return { type: "over", because: "idle" };
      return left <= NOTICE_MS ? { type: "ending", secondsLeft: Math.ceil(left / 1000) } : { type: "active" };
    },
  };
}
