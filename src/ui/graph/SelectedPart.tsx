/** What is selected, in words: a card with all of its text and its links, or a link as a sentence. */

import type { ReactElement } from "react";
import type { ArgumentEdge, ArgumentGraph, ArgumentNode } from "../../domain/argument/graph.ts";
import { WHOLE_CASE, type DeskTarget } from "../../workbench/desk/selection.ts";
import { sayLink, sayMarks, sayStrength } from "../answers/say-node.ts";
import { useArgument } from "../desk/use-argument.ts";
import { useDesk } from "../desk/use-desk.ts";
import { Button } from "../kit/Button.tsx";
import { NodeBadge } from "../kit/NodeBadge.tsx";
import { kindWords } from "../text/dialogue.ts";
import { graphText } from "../text/graph.ts";

/** Nothing while the whole case is selected. */
export function SelectedPart({ selected }: { readonly selected: DeskTarget }): ReactElement | undefined {
  const desk = useDesk();
  const { graph } = useArgument().strengths;
  if (selected.type !== "node" && selected.type !== "edge") return undefined;
  const node = selected.type === "node" ? graph.nodes.get(selected.id) : undefined;
  const edge = selected.type === "edge" ? graph.edges.get(selected.id) : undefined;
  if (node === undefined && edge === undefined) return undefined;
  return (
    <div className="flex items-start justify-between gap-3 rounded-panel border border-line bg-surface p-3">
      {node !== undefined && <NodePart node={node} />}
      {edge !== undefined && (
        <p className="min-w-0">
          {sayLink(graph, edge)}
          {edge.rationale !== undefined && <span className="text-ink-soft"> ({edge.rationale})</span>}
        </p>
      )}
      <Button size="small" tone="quiet" onClick={() => desk.select(WHOLE_CASE)}>
        {graphText.clear}
      </Button>
    </div>
  );
}

function NodePart({ node }: { readonly node: ArgumentNode }): ReactElement {
  const argument = useArgument();
  const { graph } = argument.strengths;
  const said = [sayStrength(argument, node.id), ...sayMarks(argument, node)].filter(
    (part) => part !== undefined,
  );
  return (
    <div className="min-w-0">
      <div className="flex flex-wrap items-center gap-x-3">
        <NodeBadge kind={node.kind} label={kindWords[node.kind]} />
        <span className="text-small text-ink-soft">{said.join(", ")}</span>
      </div>
      <p>{node.text}</p>
      <LinkList
        graph={graph}
        edges={[...graph.edges.values()].filter(({ from, to }) => from === node.id || to === node.id)}
      />
    </div>
  );
}

function LinkList({
  graph,
  edges,
}: {
  readonly graph: ArgumentGraph;
  readonly edges: readonly ArgumentEdge[];
}): ReactElement {
  const desk = useDesk();
  return (
    <ul aria-label={graphText.links} className="mt-1 max-h-20 overflow-y-auto text-small">
      {edges.map((edge) => (
        <li key={edge.id}>
          <button
            type="button"
            onClick={() => desk.select({ type: "edge", id: edge.id })}
            className="min-h-6 text-start text-ink-soft underline-offset-2 hover:text-ink hover:underline pointer-coarse:min-h-11"
          >
            {sayLink(graph, edge)}
          </button>
        </li>
      ))}
    </ul>
  );
}
