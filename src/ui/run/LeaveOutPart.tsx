/** One part of the note: read or left out as a whole, or sentence by sentence once it is opened. */

import { type ReactElement, useState } from "react";
import type { Sentence } from "../../domain/case-text/sentences.ts";
import { ChevronDownIcon } from "../kit/icons/arrows.tsx";
import { leaveOutText } from "../text/leave-out.ts";
import type { NotePart } from "./note-parts.ts";
import { lineLength } from "./use-leave-out.ts";

export type LeaveOutPartProps = {
  readonly part: NotePart;
  readonly leftOut: ReadonlySet<string>;
  readonly tokensPerLetter: number | undefined;
  readonly onSet: (ids: readonly string[], isRead: boolean) => void;
};

/** Its sentences are drawn only while it is open, so that a note of many pages stays quick. */
export function LeaveOutPart({ part, leftOut, tokensPerLetter, onSet }: LeaveOutPartProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const ids = part.sentences.map(({ id }) => id);
  const left = ids.filter((id) => leftOut.has(id)).length;
  const name = leaveOutText.part(part.heading, ids[0] ?? "", ids.at(-1) ?? "");
  const tokensOf = (sentences: readonly Sentence[]): number | undefined =>
    tokensPerLetter === undefined
      ? undefined
      : Math.round(tokensPerLetter * sentences.reduce((sum, one) => sum + lineLength(one), 0));
  return (
    <li className="rounded-small border border-line bg-surface">
      <div className="flex items-center gap-2 px-2">
        <Tick
          label={name}
          isOn={left < ids.length}
          isMixed={left > 0 && left < ids.length}
          onChange={(isRead) => onSet(ids, isRead)}
        />
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="flex min-h-9 min-w-0 flex-1 items-center justify-between gap-3 text-start text-small pointer-coarse:min-h-11"
        >
          <span className="min-w-0 truncate font-[560]">{name}</span>
          <span className="flex shrink-0 items-center gap-2 text-ink-soft tabular-nums">
            {leaveOutText.sizeOf(ids.length, left, tokensOf(part.sentences))}
            <span className={isOpen ? "rotate-180" : ""}>
              <ChevronDownIcon />
            </span>
          </span>
        </button>
      </div>
      {isOpen && (
        <ul className="grid border-t border-line px-2 py-1">
          {part.sentences.map((sentence) => (
            <li key={sentence.id} className="flex items-start gap-2">
              <Tick
                label={`${sentence.id}: ${sentence.text}`}
                isOn={!leftOut.has(sentence.id)}
                isMixed={false}
                onChange={(isRead) => onSet([sentence.id], isRead)}
              />
              <p
                className={`min-w-0 flex-1 py-1.5 text-small wrap-anywhere ${leftOut.has(sentence.id) ? "text-ink-soft line-through" : ""}`}
              >
                <span className="text-ink-soft">{sentence.id}</span> {sentence.text}
              </p>
              <span className="py-1.5 text-small text-ink-soft tabular-nums">
                {leaveOutText.about(tokensOf([sentence]))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Tick(props: {
  readonly label: string;
  readonly isOn: boolean;
  readonly isMixed: boolean;
  readonly onChange: (isOn: boolean) => void;
}): ReactElement {
  const { label, isOn, isMixed, onChange } = props;
  return (
    <label className="grid size-9 shrink-0 place-items-center pointer-coarse:size-11">
      <input
        type="checkbox"
        aria-label={leaveOutText.read(label)}
        checked={isOn}
        ref={(box) => {
          if (box !== null) box.indeterminate = isMixed;
        }}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4.5 accent-accent"
      />
    </label>
  );
}
