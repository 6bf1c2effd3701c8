/** One heading of the gallery with its controls. */

import { useId } from "react";
import type { ReactElement, ReactNode } from "react";

export type GallerySectionProps = { readonly title: string; readonly children: ReactNode };

/** A panel with a heading; its content flows in a loose row. */
export function GallerySection({ title, children }: GallerySectionProps): ReactElement {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid min-w-0 grid-cols-1 content-start gap-4 rounded-panel border border-line bg-surface p-5"
    >
      <h2 id={id} className="text-lead">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Controls side by side, wrapping. */
export function GalleryRow({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className="flex min-w-0 flex-wrap items-center gap-3">{children}</div>;
}
