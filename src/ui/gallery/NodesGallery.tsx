/** Gallery: the eleven node kinds in their four families. */

import type { ReactElement } from "react";
import { FAMILY_BY_KIND } from "../../domain/argument/graph.ts";
import type { NodeFamily, NodeKind } from "../../domain/argument/graph.ts";
import { NodeBadge } from "../kit/NodeBadge.tsx";
import { GallerySection } from "./GallerySection.tsx";

const FAMILIES = ["evidence", "thinking", "plan", "talk"] as const satisfies readonly NodeFamily[];
const KINDS = [
  "finding",
  "calculation",
  "knowledge",
  "hypothesis",
  "inference",
  "uncertainty",
  "test",
  "treatment",
  "contraindication",
  "question",
  "annotation",
] as const satisfies readonly NodeKind[];

export function NodesGallery(): ReactElement {
  return (
    <GallerySection title="Node kinds">
      <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,11rem),1fr))] gap-x-6 gap-y-4">
        {FAMILIES.map((family) => (
          <li key={family} className="grid content-start gap-2.5">
            <h3 className="text-small text-ink-soft">{capitalised(family)}</h3>
            {KINDS.filter((kind) => FAMILY_BY_KIND[kind] === family).map((kind) => (
              <NodeBadge key={kind} kind={kind} label={capitalised(kind)} />
            ))}
          </li>
        ))}
      </ul>
      <NodeBadge kind="hypothesis" label="Hypothesis" familyLabel="Thinking" />
    </GallerySection>
  );
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
