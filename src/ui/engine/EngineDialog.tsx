/** The window behind the model chip: what runs, what it is doing, and how to stop, unload or change it. */

import type { ReactElement } from "react";
import type { EngineSession } from "../../workbench/engine-session/engine-session.ts";
import { type EngineState, isInMemory, isSpeaking } from "../../workbench/engine-session/engine-state.ts";
import { Button } from "../kit/Button.tsx";
import { ButtonLink } from "../kit/ButtonLink.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { type Fact, FactList } from "../kit/FactList.tsx";
import { engineStatusWords, engineText } from "../text/engine.ts";
import { EngineProblem } from "../common/EngineProblem.tsx";
import { LoadingBar } from "../common/LoadingBar.tsx";
import { useEngine } from "../common/use-engine.ts";

export type EngineDialogProps = { readonly onClose: () => void };

/** Its foot always leads to the Models screen. */
export function EngineDialog({ onClose }: EngineDialogProps): ReactElement {
  const { session, state } = useEngine();
  const { model } = state;
  return (
    <Dialog
      size="small"
      title={model?.name ?? engineText.noneTitle}
      isOpen
      onClose={onClose}
      closeLabel={engineText.close}
      actions={
        <>
          <ButtonLink href="/shelf" onClick={onClose}>
            {model === undefined ? engineText.openModels : engineText.chooseAnother}
          </ButtonLink>
          <EngineActions session={session} state={state} />
        </>
      }
    >
      {model === undefined ? (
        <p>{engineText.noneExplanation}</p>
      ) : (
        <EngineStanding session={session} state={state} onClose={onClose} />
      )}
    </Dialog>
  );
}

type Standing = { readonly session: EngineSession; readonly state: EngineState };

function EngineActions({ session, state: { model, status } }: Standing): ReactElement | null {
  if (model === undefined) return null;
  if (isSpeaking(status))
    return (
      <Button tone="primary" onClick={session.interrupt}>
        {engineText.stop}
      </Button>
    );
  if (isInMemory(status))
    return (
      <Button onClick={session.unload}>
        {status.type === "loading" ? engineText.cancelLoading : engineText.unload}
      </Button>
    );
  if (status.type === "failed") return null;
  return (
    <Button tone="primary" onClick={() => void session.load()}>
      {engineText.load}
    </Button>
  );
}

function EngineStanding({
  session,
  state,
  onClose,
}: Standing & { readonly onClose: () => void }): ReactElement {
  const { status, model } = state;
  return (
    <div className="grid gap-4">
      {status.type === "loading" && <LoadingBar name={model?.name ?? ""} status={status} />}
      {status.type === "failed" && (
        <EngineProblem
          error={status.error}
          next={status.next}
          onLoad={() => void session.load()}
          onLoadNext={(next) => void session.use(next)}
          onLeave={onClose}
        />
      )}
      <p>{standingWords(state)}</p>
      <FactList facts={standingFacts({ session, state })} />
    </div>
  );
}

function standingWords({ status }: EngineState): string {
  switch (status.type) {
    case "none":
      return engineText.notLoaded;
    case "loading":
      return engineText.loadingNote;
    case "idle":
      return engineText.ready;
    case "reading":
      return engineText.reading;
    case "thinking":
    case "answering":
      return engineText.speaking(status.tokens.toLocaleString("en"), status.tokensPerSecond.toFixed(1));
    case "rebuilding":
      return engineText.rebuilding(status.attempt);
    case "failed":
      return status.next === undefined ? engineText.nothingSmaller : "";
    default:
      return status satisfies never;
  }
}

function standingFacts({
  session,
  state: { status, contextTokens, reducedFrom },
}: Standing): readonly Fact[] {
  const entry = session.readEntry();
  const facts: Fact[] = [{ name: engineText.status, value: engineStatusWords(status) }];
  if (entry !== undefined) facts.push({ name: engineText.engine, value: entry.label });
  if (contextTokens !== undefined)
    facts.push({
      name: engineText.context,
      value:
        reducedFrom === undefined
          ? engineText.contextTokens(contextTokens)
          : engineText.reduced(contextTokens, reducedFrom),
    });
  return facts;
}
