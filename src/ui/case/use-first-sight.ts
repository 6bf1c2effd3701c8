/** The case is read first: what pictures it is drawn right behind the first sight of note and dialogue. */
import { startTransition, useEffect, useState } from "react";
import { useServices } from "../services.ts";

/** Whether the first sight has been painted. */
export function useFirstSight(): boolean {
  const { nextFrame } = useServices();
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    nextFrame(() => {
      // What is put off in a frame comes after its picture.
      if (!isGone) timer = setTimeout(() => startTransition(() => setPainted(true)));
    });
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [nextFrame]);
  return isPainted;
}
