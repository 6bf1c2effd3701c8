/** The flag that begins a mark on a thing, in every panel the same. */

import { type ReactElement, useRef } from "react";
import { useStore } from "zustand";
import { readTargetText } from "../../domain/record/anchors.ts";
import type { RecordTarget } from "../../domain/record/events.ts";
import { useDesk } from "../desk/use-desk.ts";
import { FlagIcon } from "../kit/icons/flag.tsx";
import { IconButton } from "../kit/IconButton.tsx";
import { markText } from "../text/marks.ts";
import { useDeskActions } from "./desk-actions.ts";
import { beginMark, draftKey, markDraftsOf, type TextPart } from "./mark-drafts.ts";

export type MarkButtonProps = {
  readonly target: Pick<RecordTarget, "type" | "id">;
  readonly name: string;
  /** Of a long text the part that is on the screen when the flag is pressed. */
  readonly readPart?: () => TextPart;
};

/** Only for the tab that writes. Words that are selected in the thing when the flag is pressed are what is meant. */
export function MarkButton({ target, name, readPart }: MarkButtonProps): ReactElement | null {
  const desk = useDesk();
  const { isWritable } = useDeskActions();
  const isBegun = useStore(markDraftsOf(desk), ({ drafts }) => drafts.has(draftKey(target)));
  // A press takes a selection away before the click comes.
  const selected = useRef("");
  if (!isWritable) return null;
  const begin = (): void => {
    const { view, branch } = desk.case.getState();
    const part = readPart?.();
    const whole = readTargetText(view.state, { branch, target: { ...target, quote: "", start: 0 } });
    const quote = findSelected(selected.current, part ?? { text: whole ?? "", start: 0 });
    beginMark(desk, { on: target, part, quote });
  };
  return (
    <IconButton
      size="small"
      data-mark
      icon={<FlagIcon />}
      label={isBegun ? markText.openDraft(name) : markText.markOf(name)}
      className={isBegun ? "text-accent" : undefined}
      onPointerDown={() => {
        selected.current = getSelection()?.toString() ?? "";
      }}
      onClick={begin}
    />
  );
}

/** Only where the words can be no others. */
function findSelected(words: string, { text, start }: TextPart): TextPart | undefined {
  const at = words.trim() === "" ? -1 : text.indexOf(words);
  return at < 0 || at !== text.lastIndexOf(words) ? undefined : { text: words, start: start + at };
}
