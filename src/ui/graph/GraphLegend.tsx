/** What signs and lines mean; the signs of kinds are also switches that hide and show them. */

import { memo, useMemo, useState, type ReactElement } from "react";
import { useStore } from "zustand/react";
import type { ArgumentGraph, NodeKind } from "../../domain/argument/graph.ts";
import type { Places } from "../../workbench/graph-view/places.ts";
import { useDesk, useFacts } from "../desk/use-desk.ts";
import { NodeBadge } from "../kit/NodeBadge.tsx";
import { kindWords } from "../text/dialogue.ts";
import { graphText, linkTypeWords } from "../text/graph.ts";
import { LINK_LOOKS, LINK_TYPES, linkTypeOf, type LinkLook, type LinkType } from "../drawing/link-look.ts";
import { PALETTE_CLASSES } from "./palette.ts";

export type GraphLegendProps = {
  /** Another value whenever a node came or went; only then can there be another kind. */
  readonly places: Places;
  readonly hidden: ReadonlySet<NodeKind>;
  readonly onToggle: (kind: NodeKind) => void;
};

/** Only what is in this graph. Folded away where there is little room, until a person wants it. */
export const GraphLegend = memo(function GraphLegend({
  places,
  hidden,
  onToggle,
}: GraphLegendProps): ReactElement {
  const desk = useDesk();
  const edges = useFacts(({ graph }) => graph.edges);
  // Told as words, so that nothing below is drawn again while the graph only grows.
  const kinds = useMemo(() => kindsOf(places, desk.facts.getState().graph), [places, desk]);
  const links = useMemo(() => typesOf(edges.values()), [edges]);
  const isSelected = useStore(useDesk().selection, ({ selected }) => selected.type !== "case");
  const [wanted, setWanted] = useState<boolean>();
  const isOpen = wanted ?? (!isSelected && matchMedia("(width >= 64rem)").matches);
  return (
    <details open={isOpen} className="text-small">
      <summary
        onClick={(event) => {
          event.preventDefault();
          setWanted(!isOpen);
        }}
        className="min-h-6 w-fit cursor-pointer rounded-control px-1 text-ink-soft hover:text-ink pointer-coarse:min-h-11"
      >
        {graphText.legendTitle}
      </summary>
      <Legend kinds={kinds} links={links} hidden={hidden} onToggle={onToggle} />
    </details>
  );
});

type LegendProps = Omit<GraphLegendProps, "places"> & { readonly kinds: string; readonly links: string };

const Legend = memo(function Legend({ kinds, links, hidden, onToggle }: LegendProps): ReactElement {
  const kindList = useMemo(() => KINDS.filter((kind) => kinds.split(" ").includes(kind)), [kinds]);
  const linkList = useMemo(() => LINK_TYPES.filter((type) => links.split(" ").includes(type)), [links]);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 pt-1">
      <fieldset aria-label={graphText.kinds} className="flex flex-wrap gap-1">
        {kindList.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={!hidden.has(kind)}
            onClick={() => onToggle(kind)}
            className="rounded-control border border-transparent px-2 py-0.5 hover:bg-hover aria-pressed:border-line aria-pressed:bg-surface not-aria-pressed:line-through pointer-coarse:min-h-11"
          >
            <NodeBadge kind={kind} label={kindWords[kind]} />
          </button>
        ))}
      </fieldset>
      <ul aria-label={graphText.legend} className="flex flex-wrap gap-x-4 gap-y-1">
        {linkList.map((type) => (
          <li key={type} className="flex items-center gap-1.5">
            <LinkSign type={type} />
            {linkTypeWords[type]}
          </li>
        ))}
      </ul>
      <p className="text-ink-soft">{graphText.barMeaning}</p>
    </div>
  );
});

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are those of the record's very type
const KINDS = Object.keys(kindWords) as readonly NodeKind[];

function kindsOf(places: Places, { nodes }: ArgumentGraph): string {
  const found = new Set<NodeKind>();
  for (const { id, kind } of nodes.values()) if (places.has(id)) found.add(kind);
  return [...found].join(" ");
}

function typesOf(edges: Iterable<Parameters<typeof linkTypeOf>[0]>): string {
  const found = new Set<LinkType>();
  for (const edge of edges) found.add(linkTypeOf(edge));
  return [...found].join(" ");
}

function LinkSign({ type }: { readonly type: LinkType }): ReactElement {
  const { colour, dash, end }: LinkLook = LINK_LOOKS[type];
  return (
    <svg
      aria-hidden="true"
      data-prints-colour
      viewBox="0 0 36 12"
      className={`h-3 w-9 fill-current stroke-current ${PALETTE_CLASSES[colour]}`}
    >
      <path d="M0 6h32" strokeWidth="2" strokeDasharray={dash.join(" ")} />
      {end === "arrow" && <path d="M36 6l-8-4v8Z" strokeWidth="0" />}
      {end === "bar" && <path d="M33 0v12" strokeWidth="3" />}
    </svg>
  );
}
