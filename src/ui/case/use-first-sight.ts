/** The case is read first: what pictures it is drawn right behind the first sight of note and dialogue. */
import { startTransition, useEffect, useState } from "react";

/** In a tab that is not seen no frame comes. */
const HIDDEN_MS = 200;

/** Whether the first sight has been painted. */
export function useFirstSight(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    const show = (): void => startTransition(() => setPainted(true));
    let timer = setTimeout(show, HIDDEN_MS);
    const frame = requestAnimationFrame(() => {
      clearTimeout(timer);
      // What is put off in a frame comes after its picture.
      timer = setTimeout(show);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return isPainted;
}
