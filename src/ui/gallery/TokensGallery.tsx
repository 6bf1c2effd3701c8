/** Gallery: type scale, numbers and surfaces. */

import type { ReactElement } from "react";
import { GallerySection } from "./GallerySection.tsx";

const SURFACES = [
  ["canvas", "bg-canvas"],
  ["surface", "bg-surface"],
  ["raised", "bg-raised"],
  ["sunken", "bg-sunken"],
  ["hover", "bg-hover"],
  ["accent", "bg-accent-soft"],
] as const;

export function TokensGallery(): ReactElement {
  return (
    <GallerySection title="Type, numbers, surfaces">
      <div className="grid grid-cols-1 gap-6 sm:grid-cols-2">
        <div className="grid grid-cols-1 gap-1">
          <p className="text-title font-[620]">Title: why not pneumonia?</p>
          <p className="text-heading font-[620]">Heading: what would change the leader</p>
          <p className="text-lead">Lead: three findings speak for an embolism.</p>
          <p>Body: Troponin I 0.11 µg/L, Il-6 at 1l, β-blocker stopped, SpO₂ ≥ 94 %.</p>
          <p className="text-small text-ink-soft">Small: computed from the graph, no model used.</p>
          <p className="text-fine text-ink-faint">Fine: run 3, 12 November, 14:02.</p>
        </div>
        <div className="grid content-start gap-3">
          <p className="grid w-max text-end tabular-nums">
            <span>1,117.40</span>
            <span>888.08</span>
          </p>
          <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,7rem),1fr))] gap-2">
            {SURFACES.map(([name, className]) => (
              <li
                key={name}
                className={`rounded-control border border-line px-3 py-2 text-small ${className}`}
              >
                {name}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </GallerySection>
  );
}
