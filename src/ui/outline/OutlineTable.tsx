/** The outline as a table: one row a node, sortable, with its citations and links to press. */

import type { ReactElement } from "react";
import type { ArgumentNode } from "../../domain/argument/graph.ts";
import { nameTarget, sayMarks, sayStrength } from "../answers/say-node.ts";
import { useArgument, type Argument } from "../desk/use-argument.ts";
import { useDesk, useIsSelected } from "../desk/use-desk.ts";
import { NodeBadge } from "../kit/NodeBadge.tsx";
import { Table, type TableColumn } from "../kit/Table.tsx";
import { kindWords, linkWords } from "../text/dialogue.ts";
import { outlineText } from "../text/outline.ts";
import type { DeskTarget } from "../../workbench/desk/selection.ts";
import { fitsFilter, type OutlineFilter } from "../../workbench/graph-view/outline-filter.ts";

export type OutlineTableProps = { readonly filter: OutlineFilter };

/** Equal in content to the tree. */
export function OutlineTable({ filter }: OutlineTableProps): ReactElement {
  const argument = useArgument();
  return (
    <Table
      caption={outlineText.title}
      isCaptionHidden
      columns={columnsOf(argument)}
      rows={[...argument.strengths.graph.nodes.values()].filter((node) =>
        fitsFilter({ node, link: undefined }, filter),
      )}
      rowKey={({ id }) => id}
    />
  );
}

function columnsOf(argument: Argument): readonly TableColumn<ArgumentNode>[] {
  const { strengths } = argument;
  const { graph } = strengths;
  const edges = [...graph.edges.values()];
  return [
    {
      id: "text",
      heading: outlineText.text,
      cell: ({ id, text }) => <Choice target={{ type: "node", id }} words={text} />,
      sortValue: ({ text }) => text,
    },
    {
      id: "kind",
      heading: outlineText.kind,
      cell: ({ kind }) => <NodeBadge kind={kind} label={kindWords[kind]} />,
      sortValue: ({ kind }) => kindWords[kind],
    },
    {
      id: "strength",
      heading: outlineText.strength,
      cell: ({ id }) => sayStrength(argument, id) ?? "",
      sortValue: ({ id }) => strengths.byNode.get(id),
    },
    { id: "marks", heading: outlineText.marks, cell: (node) => sayMarks(argument, node).join(", ") },
    {
      id: "cites",
      heading: outlineText.cites,
      cell: ({ citations }) =>
        citations.map(({ sentence }) => (
          <Choice
            key={sentence}
            target={{ type: "sentence", id: sentence }}
            words={outlineText.sentence(sentence)}
          />
        )),
    },
    {
      id: "links",
      heading: outlineText.links,
      cell: ({ id }) =>
        edges
          .filter(({ from }) => from === id)
          .map((edge) => (
            <Choice
              key={edge.id}
              target={{ type: "edge", id: edge.id }}
              words={`${linkWords(edge)} ${nameTarget(graph, edge.to)}`}
            />
          )),
    },
  ];
}

function Choice({ target, words }: { readonly target: DeskTarget; readonly words: string }): ReactElement {
  const desk = useDesk();
  const isSelected = useIsSelected(target);
  return (
    <button
      type="button"
      aria-pressed={isSelected}
      onClick={() => desk.select(target)}
      className="block min-h-7 min-w-48 rounded-small px-1 text-start hover:underline aria-pressed:bg-accent-soft aria-pressed:text-accent aria-pressed:underline pointer-coarse:min-h-11"
    >
      {words}
    </button>
  );
}
