/** A node kind in shape, icon, word and colour. */

import type { ReactElement } from "react";
import { FAMILY_BY_KIND } from "../../domain/argument/graph.ts";
import type { NodeKind } from "../../domain/argument/graph.ts";
import { LOOK_BY_FAMILY } from "./node-look.ts";
import { NodeGlyph } from "./NodeGlyph.tsx";

export type NodeBadgeProps = {
  readonly kind: NodeKind;
  /** The kind as a word, such as "Finding". */
  readonly label: string;
  /** The family as a word, shown before the kind where families are what matters. */
  readonly familyLabel?: string | undefined;
};

/** On one line, in the size of the text around it. */
export function NodeBadge({ kind, label, familyLabel }: NodeBadgeProps): ReactElement {
  const { inkClass } = LOOK_BY_FAMILY[FAMILY_BY_KIND[kind]];
  return (
    <span className={`inline-flex items-center gap-2 text-small ${inkClass}`}>
      <NodeGlyph kind={kind} />
      <span>
        {familyLabel !== undefined && <span>{familyLabel}: </span>}
        <span className="font-[600]">{label}</span>
      </span>
    </span>
  );
}
