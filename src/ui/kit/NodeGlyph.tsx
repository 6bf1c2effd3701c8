/** The sign of a node kind: the family's shape around the kind's icon. */

import type { ReactElement } from "react";
import { FAMILY_BY_KIND } from "../../domain/argument/graph.ts";
import type { NodeKind } from "../../domain/argument/graph.ts";
import { ICON_BY_KIND, LOOK_BY_FAMILY } from "./node-look.ts";

export type NodeGlyphProps = { readonly kind: NodeKind };

/** Decorative, one and a half times as high as the text around it; the word stands beside it. */
export function NodeGlyph({ kind }: NodeGlyphProps): ReactElement {
  const look = LOOK_BY_FAMILY[FAMILY_BY_KIND[kind]];
  return (
    <svg
      aria-hidden="true"
      data-prints-colour
      viewBox="0 0 24 24"
      className={`size-[1.65em] shrink-0 ${look.glyphClass}`}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={look.outline} strokeWidth="1.5" />
      <path
        d={ICON_BY_KIND[kind]}
        fill="none"
        strokeWidth="1.75"
        transform={`translate(5.2 ${5.2 - look.lift}) scale(0.85)`}
      />
    </svg>
  );
}
