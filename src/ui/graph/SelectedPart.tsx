/** What is selected, in words: a card with all of its text and its links, or a link as a sentence; and all it can do. */

import { memo, useMemo, type ReactElement } from "react";
import { useStore } from "zustand/react";
import type { ArgumentEdge, ArgumentGraph, ArgumentNode, NodeId } from "../../domain/argument/graph.ts";
import { WHOLE_CASE } from "../../workbench/desk/selection.ts";
import { AnsweredHere } from "../actions/AnsweredHere.tsx";
import { SelectedActions } from "../actions/SelectedActions.tsx";
import { sayLink, sayMarks, sayStrength } from "../answers/say-node.ts";
import { SentenceChip } from "../answers/SentenceChip.tsx";
import { useArgument } from "../desk/use-argument.ts";
import { useDesk, useFacts } from "../desk/use-desk.ts";
import { IconButton } from "../kit/IconButton.tsx";
import { CloseIcon } from "../kit/icons/signs.tsx";
import { NodeBadge } from "../kit/NodeBadge.tsx";
import { kindWords } from "../text/dialogue.ts";
import { graphText } from "../text/graph.ts";
import { SelectedTools } from "./SelectedTools.tsx";
import type { GraphChoice } from "./use-choice.ts";

export type SelectedPartProps = {
  readonly choice: GraphChoice;
  /** Undefined where nothing can be written. */
  readonly onLinkFrom: ((id: NodeId) => void) | undefined;
};

/** Nothing while the whole case is selected and nothing was asked. */
export const SelectedPart = memo(function SelectedPart({
  choice,
  onLinkFrom,
}: SelectedPartProps): ReactElement {
  const desk = useDesk();
  const selected = useStore(desk.selection, (selection) => selection.selected);
  const isNamed = selected.type === "node" || selected.type === "edge";
  const id = isNamed ? selected.id : "";
  const node = useFacts(({ graph }) => (selected.type === "node" ? graph.nodes.get(id) : undefined));
  const edge = useFacts(({ graph }) => (selected.type === "edge" ? graph.edges.get(id) : undefined));
  return (
    <div className="relative grid max-h-[38%] max-lg:max-h-none shrink-0 grid-cols-1 gap-2 overflow-y-auto rounded-panel border border-line bg-surface p-3 empty:hidden">
      {node !== undefined && <NodeStandingLine node={node} />}
      <SelectedActions />
      {edge?.rationale !== undefined && <p className="text-small text-ink-soft">{edge.rationale}</p>}
      {(node !== undefined || edge !== undefined) && (
        <>
          <span className="absolute end-1.5 top-1.5">
            <IconButton
              size="small"
              label={graphText.clear}
              icon={<CloseIcon />}
              onClick={() => desk.select(WHOLE_CASE)}
            />
          </span>
          <SelectedTools id={id} isNode={node !== undefined} choice={choice} onLinkFrom={onLinkFrom} />
        </>
      )}
      {node !== undefined && <LinkList id={node.id} />}
      <AnsweredHere />
    </div>
  );
});

function NodeStandingLine({ node }: { readonly node: ArgumentNode }): ReactElement {
  const argument = useArgument();
  const said = [sayStrength(argument, node.id), ...sayMarks(argument, node)].filter(
    (part) => part !== undefined,
  );
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pe-9">
      <NodeBadge kind={node.kind} label={kindWords[node.kind]} />
      <span className="text-small text-ink-soft">{said.join(", ")}</span>
      {[...new Set(node.citations.map(({ sentence }) => sentence))].map((sentence) => (
        <SentenceChip key={sentence} sentence={sentence} />
      ))}
    </div>
  );
}

/** Links in and out of a node, each of them leading to itself. */
function LinkList({ id }: { readonly id: NodeId }): ReactElement | null {
  const graph = useFacts((facts) => facts.graph);
  const edges = useMemo(
    () => [...graph.edges.values()].filter(({ from, to }) => from === id || to === id),
    [graph, id],
  );
  if (edges.length === 0) return null;
  return (
    <ul aria-label={graphText.links} className="max-h-24 overflow-y-auto text-small">
      {edges.map((edge) => (
        <LinkItem key={edge.id} graph={graph} edge={edge} />
      ))}
    </ul>
  );
}

type LinkItemProps = { readonly graph: ArgumentGraph; readonly edge: ArgumentEdge };

const LinkItem = memo(function LinkItem({ graph, edge }: LinkItemProps): ReactElement {
  const desk = useDesk();
  const target = { type: "edge", id: edge.id } as const;
  return (
    <li>
      <button
        type="button"
        onClick={() => desk.select(target)}
        onPointerEnter={() => desk.hover(target)}
        onPointerLeave={() => desk.hover(undefined)}
        className="min-h-6 text-start text-ink-soft underline-offset-2 hover:text-ink hover:underline pointer-coarse:min-h-11"
      >
        {sayLink(graph, edge)}
      </button>
    </li>
  );
});
