/** The sentences that light up with what is selected and with what the pointer is over. */
import { useMemo } from "react";
import { useStore } from "zustand";
import { litBy } from "../../workbench/desk/selection.ts";
import { useDesk, useFacts } from "../desk/use-desk.ts";

/** Follows every panel: a card, a node and an edge light what they rest on. */
export function useLitSentences(): {
  readonly selected: ReadonlySet<string>;
  readonly hovered: ReadonlySet<string>;
} {
  const { selection } = useDesk();
  const graph = useFacts((facts) => facts.graph);
  const selected = useStore(selection, (state) => state.selected);
  const hovered = useStore(selection, (state) => state.hovered);
  return {
    selected: useMemo(() => litBy(graph, selected).sentences, [graph, selected]),
    hovered: useMemo(() => litBy(graph, hovered).sentences, [graph, hovered]),
  };
}
