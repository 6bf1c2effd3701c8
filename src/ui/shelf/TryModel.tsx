/** A fixed, non-clinical question to the model in memory, so that it can be seen to run here, and how fast. */

import type { ReactElement } from "react";
import { isInMemory, isSpeaking } from "../../workbench/engine-session/engine-state.ts";
import { EngineProblem } from "../common/EngineProblem.tsx";
import { useEngine } from "../common/use-engine.ts";
import { Button } from "../kit/Button.tsx";
import { Chip } from "../kit/Chip.tsx";
import { DialogueIcon } from "../kit/icons/places.tsx";
import { PageSection } from "../kit/PageSection.tsx";
import { tryText } from "../text/shelf.ts";
import { type Trial, useTrial } from "./use-trial.ts";

/** Only there while a model is in memory, or has just failed at it. */
export function TryModel(): ReactElement | null {
  const { session, state } = useEngine();
  const { trial, ask } = useTrial(session);
  const { status } = state;
  const isReady = isInMemory(status) && status.type !== "loading";
  if (!isReady && trial?.state.type !== "failed") return null;
  return (
    <PageSection title={tryText.title}>
      <p className="max-w-prose text-ink-soft">{tryText.lead}</p>
      <div className="grid gap-4 rounded-panel border border-line bg-surface p-4">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="min-w-0">
            <span className="sr-only">{tryText.asked}: </span>
            <q>{tryText.question}</q>
          </p>
          {isSpeaking(status) ? (
            <Button size="small" onClick={session.interrupt}>
              {tryText.stop}
            </Button>
          ) : (
            <Button size="small" tone="primary" disabled={status.type !== "idle"} onClick={() => void ask()}>
              {trial === undefined ? tryText.ask : tryText.askAgain}
            </Button>
          )}
        </div>
        {trial !== undefined && <TrialAnswer trial={trial} />}
        {trial?.state.type === "failed" && status.type !== "failed" && (
          <EngineProblem
            isOnShelf
            error={trial.state.error}
            onLoad={() => void session.load()}
            onLoadNext={(next) => void session.use(next)}
          />
        )}
      </div>
    </PageSection>
  );
}

/** The words are shown as text and nothing else, marked as the model's. */
function TrialAnswer({ trial }: { readonly trial: Trial }): ReactElement {
  const { text, state } = trial;
  return (
    <div className="grid gap-2 border-t border-line pt-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Chip tone="info" icon={<DialogueIcon />}>
          {tryText.words}
        </Chip>
        <span className="text-small text-ink-soft">{tryText.wordsNote}</span>
      </div>
      <p
        data-testid="trial-words"
        aria-busy={state.type === "running"}
        className="min-h-12 max-w-prose text-body break-words whitespace-pre-wrap"
      >
        {text}
      </p>
      <p className="text-small text-ink-soft tabular-nums">{measureWords(trial)}</p>
      <output className="text-small text-ink-soft">{endWords(trial)}</output>
    </div>
  );
}

function measureWords({ tokens, rate, firstSeconds }: Trial): string {
  if (firstSeconds === undefined) return "";
  const speed = tryText.speed(tokens, rate.toFixed(rate < 10 ? 1 : 0));
  return `${speed}; ${tryText.firstWord(firstSeconds.toFixed(1))}`;
}

function endWords({ state, firstSeconds }: Trial): string {
  if (state.type === "ended") return tryText.ends[state.reason];
  if (state.type === "failed") return "";
  return firstSeconds === undefined ? tryText.waiting : tryText.asking;
}
