/** Gallery: every icon with its name. */

import type { ReactElement } from "react";
import * as actions from "../kit/icons/actions.tsx";
import * as arrows from "../kit/icons/arrows.tsx";
import * as places from "../kit/icons/places.tsx";
import * as signs from "../kit/icons/signs.tsx";
import { GallerySection } from "./GallerySection.tsx";

const ICONS = Object.entries({ ...signs, ...arrows, ...actions, ...places });

export function IconsGallery(): ReactElement {
  return (
    <GallerySection title="Icons">
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,8.5rem),1fr))] gap-x-4 gap-y-2 text-fine text-ink-soft">
        {ICONS.map(([name, ShownIcon]) => (
          <li key={name} className="flex items-center gap-2">
            <span className="text-[1.25rem] text-ink">
              <ShownIcon />
            </span>
            {name.replace(/Icon$/, "")}
          </li>
        ))}
      </ul>
    </GallerySection>
  );
}
