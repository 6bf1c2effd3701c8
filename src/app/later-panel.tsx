/** A panel that lets what a person reads first be painted before it. */
import { type ReactElement, startTransition, useEffect, useState } from "react";
import { Skeleton } from "../ui/kit/Skeleton.tsx";
import { shellText } from "../ui/text/shell.ts";
import { held } from "./held-panels.tsx";

/** For what a person looks at second: it keeps its place until what they read first has been painted. */
export function later(panel: ReactElement): ReactElement {
  return held(<AfterPaint panel={panel} />);
}

function AfterPaint({ panel }: { readonly panel: ReactElement }): ReactElement {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    let task: ReturnType<typeof setTimeout> | undefined;
    // A task that a frame asks for runs once that frame has been painted.
    const frame = requestAnimationFrame(() => {
      task = setTimeout(() => startTransition(() => setPainted(true)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(task);
    };
  }, []);
  return isPainted ? panel : <Skeleton label={shellText.loading} lines={2} />;
}
