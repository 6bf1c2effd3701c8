/** The thinking of a run: folded away until it is asked for, then one page of it at a time, the newest while it streams. */

import { memo, type ReactElement, useId, useState } from "react";
import { useStore } from "zustand/react";
import type { RunId } from "../../domain/record/events.ts";
import type { Passage } from "../../workbench/desk/selection.ts";
import { MarkButton } from "../actions/MarkButton.tsx";
import { MarksOf } from "../actions/MarksOf.tsx";
import { useDesk } from "../desk/use-desk.ts";
import { Hint } from "../kit/Hint.tsx";
import { Button } from "../kit/Button.tsx";
import { ChevronDownIcon, ChevronRightIcon } from "../kit/icons/arrows.tsx";
import { hintOf } from "../text/hints.ts";
import { dialogueText } from "../text/dialogue.ts";
import { LiveText } from "./LiveText.tsx";
import { PassageText } from "./PassageText.tsx";
import { findPage, partOf, type ThinkingPages } from "./thinking-pages.ts";
import { useThinking } from "./use-thinking.ts";

export type ThinkingProps = { readonly run: RunId; readonly isScript: boolean };

/** Nothing where nothing was thought. */
export function Thinking({ run, isScript }: ThinkingProps): ReactElement | null {
  const thinking = useThinking(run);
  const desk = useDesk();
  const passage = useStore(desk.selection, (selection) =>
    selection.passage?.run === run ? selection.passage : undefined,
  );
  const [isOpen, setOpen] = useState(false);
  const [shown, setShown] = useState<Passage>();
  const id = useId();
  if (shown !== passage) {
    setShown(passage);
    if (passage !== undefined) setOpen(true);
  }
  const toggle = (): void => {
    setOpen(!isOpen);
    // Closed, it stays closed, also where the panel is drawn again.
    if (isOpen && passage !== undefined) desk.showPassage(undefined);
  };
  if (thinking === undefined) return null;
  return (
    <div className="rounded-control border border-line bg-sunken/60">
      <div className="flex items-center gap-1 pe-2">
        <button
          type="button"
          data-thinking
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={toggle}
          className="flex min-h-10 min-w-0 flex-1 items-center gap-2 px-3 text-start text-small hover:bg-hover"
        >
          {isOpen ? <ChevronDownIcon /> : <ChevronRightIcon />}
          <span className="font-[580]">{isScript ? dialogueText.scriptThinking : dialogueText.thinking}</span>
          <span className="text-ink-soft tabular-nums">{dialogueText.thinkingSize(thinking.characters)}</span>
        </button>
        {HINT}
      </div>
      {isOpen && (
        <div id={id} className="border-t border-line px-3 py-3">
          <Pages run={run} thinking={thinking} passage={passage} />
        </div>
      )}
    </div>
  );
}

/** One and the same element, so that it is not drawn again with every word. */
const HINT = <Hint {...hintOf("thinking")} />;

type PagesProps = {
  readonly run: RunId;
  readonly thinking: ThinkingPages;
  /** What of it is to be seen. */
  readonly passage: Passage | undefined;
};

function Pages({ run, thinking: { pages }, passage }: PagesProps): ReactElement {
  // Undefined follows the newest.
  const [chosen, setChosen] = useState<number>();
  const [turned, setTurned] = useState<Passage>();
  if (turned !== passage) {
    setTurned(passage);
    if (passage !== undefined) setChosen(findPage(pages, passage.start));
  }
  const shown = chosen ?? pages.length - 1;
  const part = passage && partOf(pages, shown);
  return (
    <div className="grid gap-3">
      {part === undefined || passage === undefined ? (
        <LiveText key={shown} text={(pages[shown] ?? "").trimStart()} />
      ) : (
        <PassageText part={part} passage={passage} />
      )}
      <Marking run={run} pages={pages} shown={shown} />
      {pages.length > 1 && <Turner shown={shown} count={pages.length} onTurn={setChosen} />}
    </div>
  );
}

type MarkingProps = { readonly run: RunId; readonly pages: readonly string[]; readonly shown: number };

/** The list of pages is the same however much is added to it: more words draw nothing of this again. */
const Marking = memo(function Marking({ run, pages, shown }: MarkingProps): ReactElement {
  const target = { type: "thinking", id: run } as const;
  return (
    <div className="flex items-start justify-between gap-2">
      <MarksOf target={target} />
      <span className="ms-auto">
        <MarkButton target={target} name={dialogueText.thinking} readPart={() => partOf(pages, shown)} />
      </span>
    </div>
  );
});

type TurnerProps = {
  readonly shown: number;
  readonly count: number;
  readonly onTurn: (page: number | undefined) => void;
};

const Turner = memo(function Turner({ shown, count, onTurn }: TurnerProps): ReactElement {
  const go = (page: number) => onTurn(page >= count - 1 ? undefined : page);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button size="small" disabled={shown === 0} onClick={() => go(shown - 1)}>
        {dialogueText.earlier}
      </Button>
      <Button size="small" disabled={shown === count - 1} onClick={() => go(shown + 1)}>
        {dialogueText.later}
      </Button>
      <span className="text-small text-ink-soft tabular-nums">
        {dialogueText.thinkingPart(shown + 1, count)}
      </span>
    </div>
  );
});
