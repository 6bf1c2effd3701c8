/** Undo and redo, by button and by key. In a field the keys belong to what is typed. */
import { useEffect, useEffectEvent } from "react";
import type { RecordEvent } from "../../domain/record/events.ts";
import type { CaseView } from "../../domain/record/fold.ts";
import { sayChange } from "../answers/say-change.ts";
import { useCase, useDesk } from "../desk/use-desk.ts";
import { correctionText } from "../text/corrections.ts";
import { dialogueText } from "../text/dialogue.ts";
import { useDeskActions } from "./desk-actions.ts";

export type Undoing = {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
};

/** Says what happened, also where there was nothing to take back. */
export function useUndo(): Undoing {
  const desk = useDesk();
  const { settle, say, isWritable } = useDeskActions();
  const canUndo = useCase(({ view }) => view.undoStack !== undefined) && isWritable;
  const canRedo = useCase(({ view }) => view.redoStack !== undefined) && isWritable;
  const go = async (way: "undo" | "redo"): Promise<void> => {
    const isUndo = way === "undo";
    if (!(isUndo ? canUndo : canRedo))
      return say(isUndo ? dialogueText.nothingToUndo : dialogueText.nothingToRedo);
    const change = nextChange(desk.case.getState().view, way);
    if (!(await settle(desk[way]()))) return undefined;
    // What was done on another branch is shown where it was done.
    if (change !== undefined && "branch" in change && change.type !== "branch-favour")
      desk.session.showBranch(change.branch);
    const { view, branch } = desk.case.getState();
    const shown = view.state.branches.get(branch);
    const words = shown && change && sayChange(shown, change);
    return say(isUndo ? correctionText.undone(words) : correctionText.redone(words));
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    const way = wayOf(event);
    if (way === undefined || event.defaultPrevented || isInField(event.target)) return;
    event.preventDefault();
    void go(way);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return { canUndo, canRedo, undo: () => void go("undo"), redo: () => void go("redo") };
}

function nextChange(view: CaseView, way: "undo" | "redo"): RecordEvent | undefined {
  const next = way === "undo" ? view.undoStack : view.redoStack;
  return next && view.log.events[view.log.positions.get(next.first) ?? -1];
}

function wayOf(event: KeyboardEvent): "undo" | "redo" | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  return key === "y" && !event.shiftKey ? "redo" : undefined;
}

function isInField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}
