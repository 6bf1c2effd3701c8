/** What signs and lines mean; the signs of kinds are also switches that hide and show them. */

import type { ReactElement } from "react";
import type { NodeKind } from "../../domain/argument/graph.ts";
import { useArgument } from "../desk/use-argument.ts";
import { NodeBadge } from "../kit/NodeBadge.tsx";
import { kindWords } from "../text/dialogue.ts";
import { graphText, linkTypeWords } from "../text/graph.ts";
import { LINK_LOOKS, linkTypeOf, type LinkLook, type LinkType } from "./link-look.ts";
import { PALETTE_CLASSES } from "./palette.ts";

export type GraphLegendProps = {
  readonly hidden: ReadonlySet<NodeKind>;
  readonly onHidden: (hidden: ReadonlySet<NodeKind>) => void;
};

/** Only what is in this graph. */
export function GraphLegend({ hidden, onHidden }: GraphLegendProps): ReactElement {
  const { graph } = useArgument().strengths;
  const kinds = [...new Set([...graph.nodes.values()].map(({ kind }) => kind))];
  const links = [...new Set([...graph.edges.values()].map(linkTypeOf))];
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <fieldset aria-label={graphText.kinds} className="flex flex-wrap gap-1">
        {kinds.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={!hidden.has(kind)}
            onClick={() => onHidden(toggled(hidden, kind))}
            className="rounded-control border border-transparent px-2 py-1 hover:bg-hover aria-pressed:border-line aria-pressed:bg-surface not-aria-pressed:line-through pointer-coarse:min-h-11"
          >
            <NodeBadge kind={kind} label={kindWords[kind]} />
          </button>
        ))}
      </fieldset>
      <ul aria-label={graphText.legend} className="flex flex-wrap gap-x-4 gap-y-1 text-small">
        {links.map((type) => (
          <li key={type} className="flex items-center gap-1.5">
            <LinkSign type={type} />
            {linkTypeWords[type]}
          </li>
        ))}
      </ul>
    </div>
  );
}

function toggled(hidden: ReadonlySet<NodeKind>, kind: NodeKind): ReadonlySet<NodeKind> {
  return hidden.has(kind) ? new Set([...hidden].filter((each) => each !== kind)) : new Set([...hidden, kind]);
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
