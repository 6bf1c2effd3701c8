/** Named facts, one a row: what is known about a device, a store, a build. */

import type { ReactElement, ReactNode } from "react";

export type Fact = { readonly name: string; readonly value: ReactNode };

export type FactListProps = { readonly facts: readonly Fact[] };

/** Name left, value right; below each other where there is no room. */
export function FactList({ facts }: FactListProps): ReactElement {
  return (
    <dl className="@container divide-y divide-line overflow-hidden rounded-panel border border-line bg-surface">
      {facts.map(({ name, value }) => (
        <div
          key={name}
          className="grid gap-x-6 gap-y-0.5 px-4 py-2.5 @min-[23.5rem]:grid-cols-[2fr_3fr] @min-[32rem]:grid-cols-[minmax(12rem,2fr)_3fr]"
        >
          <dt className="text-ink-soft">{name}</dt>
          <dd className="tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
