/** Panels that are fetched when they are needed, each within a boundary of its own. */
import { type ReactElement, Suspense } from "react";
import { PanelBoundary } from "../ui/kit/PanelBoundary.tsx";
import { Skeleton } from "../ui/kit/Skeleton.tsx";
import { PanelFailure } from "../ui/shell/PanelFailure.tsx";
import { shellText } from "../ui/text/shell.ts";

/** For what says nothing until it has something to say. */
export function quiet(panel: ReactElement): ReactElement {
  return (
    <PanelBoundary Failure={PanelFailure}>
      <Suspense fallback={null}>{panel}</Suspense>
    </PanelBoundary>
  );
}

/** For what a person waits for. */
export function held(panel: ReactElement): ReactElement {
  return (
    <PanelBoundary Failure={PanelFailure}>
      <Suspense fallback={<Skeleton label={shellText.loading} lines={2} />}>{panel}</Suspense>
    </PanelBoundary>
  );
}
