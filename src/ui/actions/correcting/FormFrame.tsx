/** The body of every correction form: its fields, what it would do, why it cannot be done, and its two buttons. */

import type { ReactElement, ReactNode } from "react";
import { CornerBody, CornerFoot } from "../../common/CornerWindow.tsx";
import { Button } from "../../kit/Button.tsx";
import { correctionProblemWords, correctionText } from "../../text/corrections.ts";
import { problemWords } from "../../text/dialogue.ts";
import { useCorrecting, type Draft } from "../correcting.ts";
import { Preview } from "./Preview.tsx";
import type { Applying } from "./use-apply.ts";

export type FormFrameProps = {
  readonly draft: Draft;
  readonly applying: Applying;
  /** Whether there is something to apply. */
  readonly isReady: boolean;
  readonly applyLabel?: string;
  readonly children: ReactNode;
};

/** No form of the browser's: the page's own sandbox refuses those. Control and Enter applies from anywhere in it. */
export function FormFrame(props: FormFrameProps): ReactElement {
  const { draft, applying, isReady, applyLabel = correctionText.save, children } = props;
  const { close } = useCorrecting();
  const { preview, problem, apply } = applying;
  const canApply = isReady && problem === undefined;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- a key for what its button does as well
    <div
      className="flex min-h-0 flex-col"
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && canApply) apply();
      }}
    >
      <CornerBody>
        {draft.isOld && <p className="text-small text-ink-soft">{correctionText.kept}</p>}
        {children}
        {problem !== undefined && (
          <p role="alert" className="text-small text-critical">
            {correctionProblemWords(problem) ?? problemWords(problem)}
          </p>
        )}
        {preview !== undefined && isReady && <Preview {...preview} />}
      </CornerBody>
      <CornerFoot>
        <Button
          size="small"
          tone="quiet"
          onClick={() => {
            draft.forget();
            close();
          }}
        >
          {correctionText.discard}
        </Button>
        <Button size="small" tone="primary" disabled={!canApply} onClick={apply}>
          {applyLabel}
        </Button>
      </CornerFoot>
    </div>
  );
}
