/** What a broken panel shows in its place: one sentence and two ways on. The error itself may quote a case, so it stays unseen. */

import type { ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import { Callout } from "../kit/Callout.tsx";
import type { PanelFailureProps } from "../kit/PanelBoundary.tsx";
import { panelErrorText, shellText, toneLabels } from "../text/shell.ts";

/** Tells a missing part of an earlier build from a bug: only a reload helps the first. */
export function PanelFailure({ error, retry }: PanelFailureProps): ReactElement {
  const isOutdated =
    error instanceof TypeError && /dynamically imported module|module script/iu.test(error.message);
  return (
    <Callout
      tone="critical"
      toneLabel={toneLabels.critical}
      title={panelErrorText.title}
      isAlert
      actions={
        <>
          {!isOutdated && <Button onClick={retry}>{panelErrorText.retry}</Button>}
          <Button onClick={() => location.reload()}>{shellText.reload}</Button>
        </>
      }
    >
      {isOutdated ? panelErrorText.outdated : panelErrorText.explanation}
    </Callout>
  );
}
