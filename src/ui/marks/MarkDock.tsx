/**
 * The mark that is being written. What is typed is kept through Escape, and saved when the case is left and before the
 * vault locks.
 */

import { type ReactElement, useEffect } from "react";
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
import { CornerWindow } from "../common/CornerWindow.tsx";
import { useKeepBeforeLeaving } from "../common/use-keep-before-leaving.ts";
import { useDesk } from "../desk/use-desk.ts";
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
  return (
    <CornerWindow
      title={draft.id === undefined ? markFormText.newTitle : markFormText.changeTitle}
      about={useTargetWords()(draft.on)}
      closeLabel={markFormText.close}
      onClose={() => putMarkAway(desk)}
    >
      <MarkForm draft={draft} />
    </CornerWindow>
  );
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
