/**
 * What is lit in the note and where its one tab stop is. A store of its own, so that a hover draws the few sentences
 * again that it touches and not ten thousand.
 */
import { createContext, use, useEffect, useState } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import { invariant } from "../../../shared/assert.ts";
import { litBy } from "../../../workbench/desk/selection.ts";
import { useDesk, useFacts } from "../../desk/use-desk.ts";

/** Words that were selected with the pointer. */
export type PickedWords = { readonly sentence: string; readonly start: number; readonly end: number };

export type NoteLight = {
  readonly selected: ReadonlySet<string>;
  readonly hovered: ReadonlySet<string>;
  /** The sentence that is selected itself. */
  readonly sentence: string | undefined;
  readonly tabStop: string | undefined;
  readonly picked: PickedWords | undefined;
};

export type NoteLightStore = StoreApi<NoteLight>;

export const NoteLightContext = createContext<NoteLightStore | undefined>(undefined);

/** The light; only to be called inside the note. */
export function useNoteLight(): NoteLightStore {
  const light = use(NoteLightContext);
  invariant(light !== undefined, "a sentence was drawn outside its note");
  return light;
}

/** Follows every panel: a card, a node and an edge light what they rest on. */
export function useCreateNoteLight(): NoteLightStore {
  const { selection } = useDesk();
  const graph = useFacts((facts) => facts.graph);
  const selected = useStore(selection, (state) => state.selected);
  const hovered = useStore(selection, (state) => state.hovered);
  const [store] = useState(() =>
    createStore<NoteLight>(() => ({
      selected: new Set(),
      hovered: new Set(),
      sentence: undefined,
      tabStop: undefined,
      picked: undefined,
    })),
  );
  useEffect(() => {
    const sentence = selected.type === "sentence" ? selected.id : undefined;
    store.setState(({ picked }) => ({
      selected: litBy(graph, selected).sentences,
      sentence,
      picked: picked?.sentence === sentence ? picked : undefined,
    }));
  }, [store, graph, selected]);
  useEffect(() => {
    store.setState({ hovered: litBy(graph, hovered).sentences });
  }, [store, graph, hovered]);
  return store;
}

export type SentenceLight = {
  readonly look: "lit" | "hovered" | "none";
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
};

/** How one sentence is lit, as one small value that seldom changes. */
export function useSentenceLight(id: string): SentenceLight {
  const bits = useStore(useNoteLight(), (light) => readBits(light, id));
  return {
    look: bits & LIT ? "lit" : bits & HOVERED ? "hovered" : "none",
    isSelected: (bits & SELECTED) > 0,
    isTabStop: (bits & TAB_STOP) > 0,
  };
}

const LIT = 1;
const HOVERED = 2;
const SELECTED = 4;
const TAB_STOP = 8;

function readBits({ selected, hovered, sentence, tabStop }: NoteLight, id: string): number {
  return (
    (selected.has(id) ? LIT : 0) +
    (hovered.has(id) ? HOVERED : 0) +
    (sentence === id ? SELECTED : 0) +
    (tabStop === id ? TAB_STOP : 0)
  );
}
