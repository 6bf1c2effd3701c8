/** The frame of one screen: its title, its one-line purpose and its content. */

import type { ReactElement, ReactNode } from "react";

export type PageProps = {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly children: ReactNode;
};

/** Title and purpose stand together; the content keeps its distance. */
export function Page({ title, lead, children }: PageProps): ReactElement {
  return (
    <div className="grid gap-8">
      <div className="grid gap-1">
        <h1 className="text-title">{title}</h1>
        {lead !== undefined && <p className="max-w-prose text-ink-soft">{lead}</p>}
      </div>
      {children}
    </div>
  );
}
