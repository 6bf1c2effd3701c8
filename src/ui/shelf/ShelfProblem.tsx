/** What went wrong with a model on its way in: one sentence, what was kept, and the one thing to do next. */

import type { ReactElement } from "react";
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import { Button } from "../kit/Button.tsx";
import { Callout } from "../kit/Callout.tsx";
import { shelfActionLabels, shelfErrorText } from "../text/shelf-errors.ts";
import { toneLabels } from "../text/shell.ts";
import { goToPart } from "./shelf-parts.ts";

export type ShelfProblemProps = {
  readonly error: ShelfError;
  /** Absent where trying the same again cannot help. */
  readonly onRetry?: (() => void) | undefined;
};

/** Where the way on is another part of this screen, the button leads there. */
export function ShelfProblem({ error, onRetry }: ShelfProblemProps): ReactElement {
  const { title, wayOn, action } = shelfErrorText(error);
  const act = action === "retry" ? onRetry : action === "none" ? undefined : () => goToPart(action);
  return (
    <Callout
      tone="critical"
      toneLabel={toneLabels.critical}
      title={title}
      actions={
        act !== undefined &&
        action !== "none" && (
          <Button size="small" onClick={act}>
            {shelfActionLabels[action]}
          </Button>
        )
      }
    >
      {wayOn}
    </Callout>
  );
}
