/** The sentences of a case text, each with its number in the margin; what is chosen anywhere on the desk lights them up. */

import type { ReactElement } from "react";
import { useStore } from "zustand";
import type { CaseText } from "../../domain/case-text/revisions.ts";
import { useDesk } from "../desk/use-desk.ts";
import { caseText } from "../text/case.ts";
import { WHOLE_CASE, isSameTarget } from "../../workbench/desk/selection.ts";
import { cutSentence } from "./cut-sentence.ts";
import { type Cited, useCited } from "./use-cited.ts";
import { useLitSentences } from "./use-lit-sentences.ts";

export type SentencesProps = { readonly text: CaseText };

/** The numbers are the record's own, so after a correction they need not count up. */
export function Sentences({ text }: SentencesProps): ReactElement {
  const cited = useCited(text);
  const { selected, hovered } = useLitSentences();
  return (
    <ol className="grid max-w-prose gap-0.5 rounded-panel border border-line bg-surface px-2 py-3 sm:px-3">
      {text.sentences.map((sentence, index) => (
        <li key={sentence.id} className={startsParagraph(text, index) ? "mt-3" : ""}>
          <Sentence
            sentence={sentence}
            cited={cited}
            isLit={selected.has(sentence.id)}
            isHovered={hovered.has(sentence.id)}
          />
        </li>
      ))}
    </ol>
  );
}

type SentenceProps = {
  readonly sentence: CaseText["sentences"][number];
  readonly cited: Cited;
  readonly isLit: boolean;
  readonly isHovered: boolean;
};

/** The number is the button; a press on the words does the same, unless they were being marked with the pointer. */
function Sentence({ sentence, cited, isLit, isHovered }: SentenceProps): ReactElement {
  const desk = useDesk();
  const target = { type: "sentence", id: sentence.id } as const;
  const isSelected = useStore(desk.selection, (selection) => isSameTarget(selection.selected, target));
  const toggle = (): void => desk.select(isSelected ? WHOLE_CASE : target);
  return (
    <div
      data-lit={isLit || undefined}
      onPointerEnter={() => desk.hover(target)}
      onPointerLeave={() => desk.hover(undefined)}
      onPointerUp={(event) => {
        const isOnButton = event.target instanceof Element && event.target.closest("button") !== null;
        if (!isOnButton && event.button === 0 && getSelection()?.isCollapsed !== false) toggle();
      }}
      className={`grid cursor-pointer grid-cols-[2.5rem_1fr] gap-x-1 rounded-small border-s-3 py-0.5 pe-2 ${LIGHT[lightOf(isLit, isHovered)]}`}
    >
      <button
        type="button"
        aria-pressed={isSelected}
        aria-label={caseText.sentence(sentence.id)}
        onClick={toggle}
        className="min-h-6 cursor-pointer self-start rounded-small px-1 text-start text-fine text-ink-soft tabular-nums select-none pointer-coarse:min-h-11"
      >
        {sentence.id}
      </button>
      <span className="whitespace-pre-line">
        {cutSentence(sentence, cited.spansOf(sentence.id)).map(({ start, text, isCited }) =>
          isCited ? (
            <u key={start} className="decoration-accent decoration-2 underline-offset-3">
              {text}
            </u>
          ) : (
            text
          ),
        )}
        {cited.whole.has(sentence.id) && <span className="sr-only"> {caseText.cited}</span>}
      </span>
    </div>
  );
}

const LIGHT = {
  lit: "border-accent bg-accent-soft",
  hovered: "border-line-strong bg-hover",
  none: "border-transparent",
} as const;

function lightOf(isLit: boolean, isHovered: boolean): keyof typeof LIGHT {
  if (isLit) return "lit";
  return isHovered ? "hovered" : "none";
}

/** An empty line in the note is a gap on the screen. */
function startsParagraph({ text, sentences }: CaseText, index: number): boolean {
  const [before, here] = [sentences[index - 1], sentences[index]];
  if (before === undefined || here === undefined) return false;
  return /\n\s*\n/u.test(text.slice(before.end, here.start));
}
