/** What presses, the pointer and keys do in the note: one ear for all of it, so that a sentence costs nothing. */
import type { FocusEvent, KeyboardEvent, MouseEvent, PointerEvent, RefObject } from "react";
import { useEffect } from "react";
import type { CaseText } from "../../../domain/case-text/revisions.ts";
import { type DeskTarget, WHOLE_CASE, isSameTarget } from "../../../workbench/desk/selection.ts";
import { useDesk } from "../../desk/use-desk.ts";
import type { NoteLightStore } from "./note-light.ts";
import { readPickedWords } from "./picked-words.ts";
import { nextStop } from "./next-stop.ts";

export type NoteHandlers = {
  readonly onClick: (event: MouseEvent) => void;
  readonly onPointerOver: (event: PointerEvent) => void;
  readonly onPointerLeave: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
};

/** Words that are marked with the pointer are meant, and choose their sentence; else the finding or the sentence is. */
export function useNoteActions(
  list: RefObject<HTMLElement | null>,
  light: NoteLightStore,
  text: CaseText,
): NoteHandlers {
  const desk = useDesk();
  useEffect(() => {
    const { tabStop } = light.getState();
    if (tabStop === undefined || !text.byId.has(tabStop)) light.setState({ tabStop: text.sentences[0]?.id });
  }, [light, text]);
  const toggle = (target: DeskTarget | undefined): void => {
    if (target === undefined) return;
    desk.select(isSameTarget(desk.selection.getState().selected, target) ? WHOLE_CASE : target);
  };
  return {
    onClick: ({ target, detail }) => {
      if (isOfItsOwn(target)) return;
      const picked = isOnWords(target, detail) ? readPickedWords(getSelection(), text) : undefined;
      if (picked === undefined) return toggle(findTarget(target));
      desk.select({ type: "sentence", id: picked.sentence });
      light.setState({ picked });
      return undefined;
    },
    onPointerOver: ({ target }) => {
      const over = findTarget(target);
      if (!isSameTarget(desk.selection.getState().hovered, over)) desk.hover(over);
    },
    onPointerLeave: () => desk.hover(undefined),
    onKeyDown: (event) => {
      const { target, key } = event;
      if (!(target instanceof HTMLElement) || !target.matches(STOPS)) return;
      if (target.dataset["finding"] !== undefined && (key === "Enter" || key === " ")) {
        event.preventDefault();
        toggle(findTarget(target));
        return;
      }
      const next = list.current === null ? undefined : nextStop(list.current, target, key);
      if (next === undefined) return;
      event.preventDefault();
      next.focus();
    },
    onFocus: ({ target }) => {
      const row = target.closest<HTMLElement>("[data-row]")?.dataset["row"];
      if (row !== undefined) light.setState({ tabStop: row });
    },
  };
}

/** What the arrow keys stop at. */
const STOPS = "[data-sentence], [data-finding]";

/** A key, or a press on the number, means the sentence, whatever words are still marked from before. */
function isOnWords(target: EventTarget, pressCount: number): boolean {
  return pressCount > 0 && target instanceof Element && target.closest("[data-sentence]") === null;
}

/** Menus, buttons and fields below a sentence speak for themselves. */
function isOfItsOwn(target: EventTarget): boolean {
  return target instanceof Element && target.closest("[data-own]") !== null;
}

function findTarget(target: EventTarget): DeskTarget | undefined {
  if (!(target instanceof Element) || isOfItsOwn(target)) return undefined;
  const finding = target.closest<HTMLElement>("[data-finding]")?.dataset["finding"];
  if (finding !== undefined) return { type: "node", id: finding };
  const row = target.closest<HTMLElement>("[data-row]")?.dataset["row"];
  return row === undefined ? undefined : { type: "sentence", id: row };
}
