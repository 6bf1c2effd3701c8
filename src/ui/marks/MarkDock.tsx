/**
 * The mark that is being written, in a corner of the case screen: not modal, so that note, dialogue and graph can be read
 * and selected in beside it. What is typed is kept through Escape, and saved when the case is left and before the vault locks.
 */

import { type ReactElement, type RefObject, useEffect, useRef } from "react";
import { useStore } from "zustand";
import {
  draftToMark,
  forgetMark,
  isMarkChanged,
  isMarkWorthKeeping,
  markDraftsOf,
  putMarkAway,
  type MarkDraft,
} from "../actions/mark-drafts.ts";
import { useKeepBeforeLeaving } from "../common/use-keep-before-leaving.ts";
import { useDesk } from "../desk/use-desk.ts";
import { IconButton } from "../kit/IconButton.tsx";
import { CloseIcon } from "../kit/icons/signs.tsx";
import { markFormText } from "../text/marks.ts";
import type { Desk } from "../../workbench/desk/desk.ts";
import { MarkForm } from "./MarkForm.tsx";
import { useTargetWords } from "./target-words.ts";

/** Nothing while no mark is being written. */
export function MarkDock(): ReactElement | null {
  const desk = useDesk();
  const store = markDraftsOf(desk);
  const draft = useStore(store, ({ shown, drafts }) => drafts.get(shown ?? ""));
  const isUnsaved = useStore(store, ({ drafts }) => [...drafts.values()].some(isUnsavedDraft));
  useKeepBeforeLeaving({ isUnsaved, save: () => saveDrafts(desk), savesWhenHidden: false });
  useEffect(() => () => void saveDrafts(desk), [desk]);
  return draft === undefined ? null : <Dock key={draft.key} draft={draft} />;
}

function Dock({ draft }: { readonly draft: MarkDraft }): ReactElement {
  const desk = useDesk();
  const place = useRef<HTMLDialogElement>(null);
  const title = draft.id === undefined ? markFormText.newTitle : markFormText.changeTitle;
  const name = useTargetWords()(draft.on);
  useFocusAndGiveBack(place);
  return (
    <dialog
      open
      ref={place}
      aria-label={`${title}: ${name}`}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.stopPropagation();
        putMarkAway(desk);
      }}
      className="fixed inset-x-0 top-auto bottom-0 z-30 m-0 flex w-full max-w-none p-0 text-ink max-h-[min(46rem,82dvh)] flex-col rounded-t-dialog border border-line bg-raised shadow-dialog outline-none sm:start-auto sm:end-4 sm:bottom-4 sm:w-118 sm:rounded-dialog contrast-more:border-line-strong forced-colors:border-[CanvasText] print:hidden"
    >
      <header className="flex items-start justify-between gap-3 border-b border-line py-2 ps-4 pe-2">
        <div className="min-w-0 pt-1">
          <h2 className="text-body font-[620]">{title}</h2>
          <p className="line-clamp-2 text-small text-ink-soft wrap-anywhere">{name}</p>
        </div>
        <IconButton
          size="small"
          icon={<CloseIcon />}
          label={markFormText.close}
          onClick={() => putMarkAway(desk)}
        />
      </header>
      <MarkForm draft={draft} />
    </dialog>
  );
}

/** Into the form when it opens; back to what opened it when it goes, if that is still there. */
function useFocusAndGiveBack(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const from = document.activeElement;
    place.current?.focus({ preventScroll: true });
    const form = place.current;
    return () => {
      const isInside =
        form?.contains(document.activeElement) === true || document.activeElement === document.body;
      if (isInside && from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
    };
  }, [place]);
}

function isUnsavedDraft(draft: MarkDraft): boolean {
  return isMarkChanged(draft) && isMarkWorthKeeping(draft);
}

/** Every draft becomes the mark that it would have been. */
async function saveDrafts(desk: Desk): Promise<void> {
  const drafts = [...markDraftsOf(desk).getState().drafts.values()].filter(isUnsavedDraft);
  for (const draft of drafts) {
    const written = await desk.annotate(draftToMark(draft), draft.id);
    if (written.ok) forgetMark(desk, draft.key);
  }
}
