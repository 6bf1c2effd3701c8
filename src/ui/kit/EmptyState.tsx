/** An honest empty place: what is not here yet, and what to do next. */

import type { ReactElement, ReactNode } from "react";

export type EmptyStateProps = {
  readonly icon: ReactNode;
  /** One sentence: what is missing. */
  readonly title: string;
  /** What to do next, or why nothing is here. */
  readonly children?: ReactNode;
  /** Buttons; the first is the usual way on. */
  readonly actions?: ReactNode;
  readonly headingLevel?: 1 | 2 | 3 | undefined;
};

const HEADINGS = { 1: "h1", 2: "h2", 3: "h3" } as const;

/** Left-aligned: it reads like the page it stands for, not like a poster. */
export function EmptyState(props: EmptyStateProps): ReactElement {
  const { icon, title, children, actions, headingLevel = 2 } = props;
  const Heading = HEADINGS[headingLevel];
  return (
    <section className="flex max-w-prose flex-col items-start gap-3 py-8">
      <span
        aria-hidden="true"
        className="grid size-12 place-items-center rounded-panel border border-accent-line bg-accent-soft text-[1.5rem] text-accent"
      >
        {icon}
      </span>
      <Heading className="mt-1 text-heading">{title}</Heading>
      {children !== undefined && <div className="text-ink-soft">{children}</div>}
      {actions !== undefined && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
    </section>
  );
}
