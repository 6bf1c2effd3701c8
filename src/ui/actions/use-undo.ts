/** Undo and redo, by button and by key. In a field the keys belong to what is typed. */
import { useEffect, useEffectEvent } from "react";
import { useCase, useDesk } from "../desk/use-desk.ts";
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
    if (await settle(desk[way]())) say(isUndo ? dialogueText.undone : dialogueText.redone);
    return undefined;
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

function wayOf(event: KeyboardEvent): "undo" | "redo" | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  return key === "y" && !event.shiftKey ? "redo" : undefined;
}

function isInField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}
