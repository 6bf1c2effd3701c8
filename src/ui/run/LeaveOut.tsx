/** What of a note too long for the model is left out of the run: chosen by the clinician, counted by the engine. */

import type { ReactElement } from "react";
import { useCase } from "../desk/use-desk.ts";
import { Button } from "../kit/Button.tsx";
import { Meter } from "../kit/Meter.tsx";
import { leaveOutText } from "../text/leave-out.ts";
import { LeaveOutPart } from "./LeaveOutPart.tsx";
import { type NotePart, readNoteParts } from "./note-parts.ts";
import { type LeaveOut as Choice, useLeaveOut } from "./use-leave-out.ts";

export type LeaveOutProps = {
  /** How many sentences from the start would fit; undefined where nobody counted that. */
  readonly fitting: number | undefined;
  readonly onDone: () => void;
};

/** Nothing is left out until somebody leaves it out. */
export function LeaveOut({ fitting, onDone }: LeaveOutProps): ReactElement {
  const text = useCase(({ view }) => view.state.text);
  const sentences = text?.sentences ?? [];
  const choice = useLeaveOut(sentences);
  const { leftOut, set } = choice;
  const idsFrom = (place: number): readonly string[] => sentences.slice(place).map(({ id }) => id);
  const parts = text === undefined ? [] : readNoteParts(text);
  return (
    <section aria-label={leaveOutText.title} className="grid gap-3 border-t border-line pt-3">
      <div className="grid gap-1">
        <h3 className="font-[600]">{leaveOutText.title}</h3>
        <p className="text-small text-ink-soft">{leaveOutText.explanation}</p>
      </div>
      <Size choice={choice} />
      <div className="flex flex-wrap gap-2">
        {fitting !== undefined && fitting < sentences.length && (
          <Button size="small" onClick={() => set(idsFrom(fitting), false)}>
            {leaveOutText.leaveAfter(fitting)}
          </Button>
        )}
        {leftOut.size > 0 && (
          <Button size="small" onClick={() => set(idsFrom(0), true)}>
            {leaveOutText.readAll}
          </Button>
        )}
        <Button size="small" tone="quiet" onClick={onDone}>
          {leaveOutText.done}
        </Button>
      </div>
      <Parts parts={parts} choice={choice} />
    </section>
  );
}

function Size({ choice: { size } }: { readonly choice: Choice }): ReactElement {
  if (size === undefined)
    return <output className="text-small text-ink-soft">{leaveOutText.counting}</output>;
  const { promptTokens, mostPromptTokens } = size;
  const over = promptTokens - mostPromptTokens;
  const words = over > 0 ? leaveOutText.tooLong(over) : leaveOutText.fits(-over);
  return (
    <output className="block max-w-md">
      <Meter
        label={leaveOutText.size(promptTokens, Math.max(0, mostPromptTokens))}
        value={mostPromptTokens <= 0 ? 1 : promptTokens / mostPromptTokens}
        tone={over > 0 ? "caution" : "positive"}
        words={words}
      />
    </output>
  );
}

function Parts(props: { readonly parts: readonly NotePart[]; readonly choice: Choice }): ReactElement {
  const { parts, choice } = props;
  const { leftOut, set, tokensPerLetter } = choice;
  return (
    <ul aria-label={leaveOutText.parts} className="grid max-h-[50dvh] gap-1 overflow-y-auto">
      {parts.map((part) => (
        <LeaveOutPart
          key={part.id}
          part={part}
          leftOut={leftOut}
          tokensPerLetter={tokensPerLetter}
          onSet={set}
        />
      ))}
    </ul>
  );
}
