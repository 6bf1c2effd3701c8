/** A function that never changes for those who are handed it, and yet does what the latest drawing wants done. */
import { useCallback, useLayoutEffect, useRef } from "react";

/** For what is called after drawing only, such as on a press of a key. */
export function useLatest<Parts extends readonly unknown[], Answer>(
  act: (...parts: Parts) => Answer,
): (...parts: Parts) => Answer {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...parts: Parts) => latest.current(...parts), []);
}
