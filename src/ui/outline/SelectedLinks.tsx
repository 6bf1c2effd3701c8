/** From what is selected on to what it is tied to: a step's links, a link's two ends. */

import type { ReactElement } from "react";
import { useStore } from "zustand/react";
import type { DeskTarget } from "../../workbench/desk/selection.ts";
import { nameTarget, sayLink } from "../answers/say-node.ts";
import { useDesk, useFacts } from "../desk/use-desk.ts";
import { outlineText } from "../text/outline.ts";

type Way = { readonly target: DeskTarget; readonly words: string };

/** Nothing where nothing is tied to it. */
export function SelectedLinks(): ReactElement | null {
  const desk = useDesk();
  const selected = useStore(desk.selection, (selection) => selection.selected);
  const graph = useFacts((facts) => facts.graph);
  if (selected.type !== "node" && selected.type !== "edge") return null;
  const edge = selected.type === "edge" ? graph.edges.get(selected.id) : undefined;
  const ways: readonly Way[] =
    edge === undefined
      ? [...graph.edges.values()]
          .filter(({ from, to }) => from === selected.id || to === selected.id)
          .map((link) => ({ target: { type: "edge", id: link.id }, words: sayLink(graph, link) }))
      : [edge.from, edge.to].map((id) => ({
          target: { type: graph.nodes.has(id) ? "node" : "edge", id },
          words: nameTarget(graph, id),
        }));
  if (ways.length === 0) return null;
  return (
    <details open={edge !== undefined} className="text-small">
      <summary className="min-h-6 cursor-pointer text-ink-soft pointer-coarse:min-h-11">
        {edge === undefined ? outlineText.itsLinks(ways.length) : outlineText.itsEnds}
      </summary>
      <ul className="max-h-40 overflow-y-auto">
        {ways.map(({ target, words }) => (
          <li key={"id" in target ? target.id : ""}>
            <button
              type="button"
              onClick={() => desk.select(target)}
              className="min-h-7 text-start wrap-anywhere underline-offset-2 hover:underline pointer-coarse:min-h-11"
            >
              {words}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
