/** Moving between the cards by keyboard, to whatever is selected elsewhere, and to what is shown on request. */
import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from "react";
import { useStore } from "zustand/react";
import { useDesk } from "../desk/use-desk.ts";
import type { Passage } from "../../workbench/desk/selection.ts";
import type { DialogueRow, DialogueRows } from "./dialogue-rows.ts";

type Wanted = { readonly place: number; readonly isFocused: boolean; readonly isNew?: boolean };

/** Room between a card and the edge of the list. */
const EDGE_PIXELS = 8;

export type CardKeys = {
  /** The row that is to be drawn wherever it stands. */
  readonly wanted: number | undefined;
  readonly show: (place: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/** Arrows go from card to card, Enter opens what can be asked about one. */
export function useCardKeys(
  list: RefObject<HTMLElement | null>,
  { rows, count, placeOf }: DialogueRows,
): CardKeys {
  const desk = useDesk();
  const [wanted, setWanted] = useState(() => wantedBy(rows, desk.selection.getState().passage));
  const selected = useStore(desk.selection, (selection) => selection.selected);
  const selectedId = selected.type === "node" || selected.type === "edge" ? selected.id : undefined;
  const latest = useRef(placeOf);
  useEffect(() => {
    latest.current = placeOf;
  }, [placeOf]);
  useEffect(() => {
    const place = selectedId === undefined ? undefined : latest.current.get(selectedId);
    if (place !== undefined)
      setWanted((before) => (before?.place === place ? before : { place, isFocused: false }));
  }, [selectedId]);
  const showPassage = useEffectEvent((passage: Passage | undefined) => {
    const next = wantedBy(rows.slice(0, count), passage);
    if (next !== undefined) setWanted(next);
  });
  useEffect(
    () =>
      desk.selection.subscribe(({ passage }, before) => {
        if (passage !== before.passage) showPassage(passage);
      }),
    [desk],
  );
  const seen = useRef(count);
  useEffect(() => {
    // A question is asked to read its answer: it comes into sight from its beginning.
    const asked = rows.slice(seen.current, count).findIndex(({ type }) => type === "question");
    if (asked !== -1) setWanted({ place: seen.current + asked, isFocused: false, isNew: true });
    seen.current = count;
  }, [rows, count]);
  useLayoutEffect(() => {
    if (wanted === undefined) return;
    const card = list.current?.querySelector<HTMLElement>(`[data-card="${wanted.place}"]`);
    if (list.current === null || card === null || card === undefined) return;
    list.current.scrollBy({ top: distanceTo(card, list.current, wanted.isNew === true) });
    if (wanted.isFocused) card.focus({ preventScroll: true });
  }, [wanted, list]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const from = placeUnder(event.target);
    if (from === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" && event.target instanceof Element) {
      event.preventDefault();
      event.target.querySelector<HTMLElement>("[data-ask]")?.click();
      return;
    }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const place = step === 0 ? undefined : nextCard(rows, count, from, step);
    if (place === undefined) return;
    event.preventDefault();
    setWanted({ place, isFocused: true });
    const target = targetOf(rows[place]);
    if (target !== undefined) desk.select(target);
  };
  return { wanted: wanted?.place, show: (place) => setWanted({ place, isFocused: true }), onKeyDown };
}

/** The row of the run has to be drawn; the thinking in it brings its own words into sight. */
function wantedBy(rows: readonly DialogueRow[], passage: Passage | undefined): Wanted | undefined {
  const place = rows.findIndex((row) => row.type === "run" && row.event.run === passage?.run);
  return place === -1 ? undefined : { place, isFocused: false };
}

/** How far the list has to be scrolled, and it alone: the page around it stays where it is. */
function distanceTo(card: HTMLElement, list: HTMLElement, isToTop: boolean): number {
  const [inner, outer] = [card.getBoundingClientRect(), list.getBoundingClientRect()];
  const above = inner.top - outer.top - EDGE_PIXELS;
  if (isToTop || above < 0) return above;
  return Math.max(0, Math.min(above, inner.bottom - outer.bottom + EDGE_PIXELS));
}

/** Only where the card itself has the focus, not a control in it. */
function placeUnder(target: EventTarget): number | undefined {
  if (!(target instanceof HTMLElement) || target.dataset["card"] === undefined) return undefined;
  return Number(target.dataset["card"]);
}

const CARDS: ReadonlySet<DialogueRow["type"]> = new Set(["statement", "question", "change"]);

function nextCard(
  rows: readonly DialogueRow[],
  count: number,
  from: number,
  step: 1 | -1,
): number | undefined {
  for (let place = from + step; place >= 0 && place < count; place += step) {
    const row = rows[place];
    if (row !== undefined && CARDS.has(row.type)) return place;
  }
  return undefined;
}

function targetOf(row: DialogueRow | undefined) {
  if (row?.type !== "statement") return undefined;
  const { statement } = row.event;
  if (statement.type === "node") return { type: "node", id: statement.node.id } as const;
  return statement.type === "edge" ? ({ type: "edge", id: statement.edge.id } as const) : undefined;
}
