/** The model chip of the header: which model, and what it is doing. Fetched after the first screen. */

import { type ReactElement, useEffect, useRef, useState } from "react";
import type { EngineState, EngineStatus } from "../../workbench/engine-session/engine-state.ts";
import { ChipButton } from "../kit/ChipButton.tsx";
import { ModelsIcon } from "../kit/icons/places.tsx";
import { CriticalIcon } from "../kit/icons/signs.tsx";
import { Spinner } from "../kit/Spinner.tsx";
import type { Tone } from "../kit/tone.ts";
import { engineErrorText } from "../text/engine-errors.ts";
import { engineStatusWords, engineText } from "../text/engine.ts";
import { useEngine } from "../common/use-engine.ts";

const TONES = {
  none: "neutral",
  loading: "info",
  idle: "positive",
  reading: "accent",
  thinking: "accent",
  answering: "accent",
  rebuilding: "caution",
  failed: "critical",
} as const satisfies Record<EngineStatus["type"], Tone>;

export type EngineChipProps = { readonly onOpen: () => void };

/** The name gives way before the status does: on a phone only the status is seen, and both are heard. */
export function EngineChip({ onOpen }: EngineChipProps): ReactElement {
  const { state } = useEngine();
  const { model, status } = state;
  return (
    <>
      <ChipButton
        tone={TONES[status.type]}
        icon={<StatusIcon status={status} />}
        aria-haspopup="dialog"
        title={engineText.open}
        onClick={onOpen}
      >
        <span className="sr-only">{engineText.model}: </span>
        {model === undefined ? (
          engineText.noModel
        ) : (
          <>
            <span className="sr-only max-w-40 truncate lg:not-sr-only">{model.name}</span>
            <span aria-hidden="true" className="hidden lg:inline">
              ·
            </span>
            <span className="whitespace-nowrap">{engineStatusWords(status)}</span>
          </>
        )}
      </ChipButton>
      <Announcement state={state} />
    </>
  );
}

function StatusIcon({ status: { type } }: { readonly status: EngineStatus }): ReactElement {
  if (type === "failed") return <CriticalIcon />;
  return type === "idle" || type === "none" ? <ModelsIcon /> : <Spinner />;
}

/** Says when a model begins to load, is ready, is gone or failed; percentages and tokens would never end. */
function Announcement({ state }: { readonly state: EngineState }): ReactElement {
  const words = useRef("");
  const [said, say] = useState("");
  const now = wordsOf(state);
  useEffect(() => {
    if (now === undefined || now === words.current) return;
    // What was so when the page opened is no news.
    if (words.current !== "" || state.status.type !== "none") say(now);
    words.current = now;
  }, [now, state.status.type]);
  return <output className="sr-only">{said}</output>;
}

function wordsOf({ model, status }: EngineState): string | undefined {
  if (model === undefined) return undefined;
  if (status.type === "loading") return engineText.announceLoading(model.name);
  if (status.type === "idle") return engineText.announceReady(model.name);
  if (status.type === "none") return engineText.announceUnloaded(model.name);
  return status.type === "failed" ? engineErrorText(status.error).title : undefined;
}
