/** A headed part of a screen. */

import { useId } from "react";
import type { ReactElement, ReactNode } from "react";

export type PageSectionProps = { readonly title: string; readonly children: ReactNode };

/** Named by its heading, so that it is a landmark of its own. */
export function PageSection({ title, children }: PageSectionProps): ReactElement {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="grid max-w-3xl gap-3">
      <h2 id={headingId} className="text-heading">
        {title}
      </h2>
      {children}
    </section>
  );
}
