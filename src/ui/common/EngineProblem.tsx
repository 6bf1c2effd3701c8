/** What went wrong with the model: one sentence, what was kept, and the one thing to do next. */

import type { ReactElement } from "react";
import type { EngineError } from "../../contracts/engine-error.ts";
import type { SessionModel } from "../../workbench/engine-session/session-model.ts";
import { Button } from "../kit/Button.tsx";
import { ButtonLink } from "../kit/ButtonLink.tsx";
import { Callout } from "../kit/Callout.tsx";
import { type EngineAction, engineActionLabels, engineErrorText } from "../text/engine-errors.ts";
import { engineText } from "../text/engine.ts";
import { toneLabels } from "../text/shell.ts";

export type EngineProblemProps = {
  readonly error: EngineError;
  /** An installed model that may do better. */
  readonly next?: SessionModel | undefined;
  readonly onLoad: () => void;
  readonly onLoadNext: (next: SessionModel) => void;
  /** Whether this already is the Models screen: then nothing leads to it. */
  readonly isOnShelf?: boolean;
  readonly onLeave?: () => void;
};

/** The next smaller model comes first where there is one: it is what a person would do. */
export function EngineProblem(props: EngineProblemProps): ReactElement {
  const { error, next, onLoad, onLoadNext, isOnShelf = false, onLeave } = props;
  const { title, wayOn, action } = engineErrorText(error);
  return (
    <Callout
      tone="critical"
      toneLabel={toneLabels.critical}
      title={title}
      actions={
        <>
          {next !== undefined && (
            <Button size="small" onClick={() => onLoadNext(next)}>
              {engineText.loadInstead(next.name)}
            </Button>
          )}
          {action === "load" && (
            <Button size="small" onClick={onLoad}>
              {engineActionLabels.load}
            </Button>
          )}
          {leadsToShelf(action) && !isOnShelf && (
            <ButtonLink size="small" href="/shelf" onClick={onLeave}>
              {engineActionLabels[action]}
            </ButtonLink>
          )}
        </>
      }
    >
      {wayOn}
    </Callout>
  );
}

function leadsToShelf(action: EngineAction): action is "models" | "check" {
  return action === "models" || action === "check";
}
