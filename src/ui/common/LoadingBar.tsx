/** How far a model is on its way into memory. */

import type { ReactElement, ReactNode } from "react";
import type { EngineStatus } from "../../workbench/engine-session/engine-state.ts";
import { timeLeftWords } from "./time-left-words.ts";
import { Progress } from "../kit/Progress.tsx";
import { bytesToWords } from "../text/size-words.ts";
import { timeLeft } from "../kit/time-left.ts";
import { engineText, isRead } from "../text/engine.ts";
import { jobText } from "../text/shelf.ts";

export type LoadingBarProps = {
  readonly name: string;
  readonly status: Extract<EngineStatus, { readonly type: "loading" }>;
  readonly actions?: ReactNode;
};

/** Before the first byte nobody knows how long it takes. */
export function LoadingBar({ name, status, actions }: LoadingBarProps): ReactElement {
  const { loadedBytes, totalBytes, seconds } = status;
  const share = totalBytes === 0 || isRead(status) ? undefined : loadedBytes / totalBytes;
  return (
    <Progress
      label={isRead(status) ? engineText.starting(name) : engineText.loading(name)}
      share={share}
      amount={
        share === undefined ? undefined : jobText.amount(bytesToWords(loadedBytes), bytesToWords(totalBytes))
      }
      timeLeft={share === undefined ? undefined : timeLeftWords(timeLeft(share, seconds))}
      actions={actions}
    />
  );
}
