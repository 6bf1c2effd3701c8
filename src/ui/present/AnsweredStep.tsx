/** An answer as the record keeps it: its sentence large, then its rows. */

import type { ReactElement } from "react";

export type AnsweredStepProps = { readonly text: string };

/** The first line is the sentence, the others its rows. */
export function AnsweredStep({ text }: AnsweredStepProps): ReactElement {
  const [headline, ...rows] = text.split("\n");
  return (
    <div className="grid gap-[2vmin]">
      <p className="text-[clamp(1.25rem,0.85rem+1.9vw,2.75rem)] leading-[1.25] font-[560] wrap-anywhere">
        {headline}
      </p>
      <ul className="grid gap-2 text-[clamp(1rem,0.8rem+0.8vw,1.5rem)] text-ink-soft">
        {rows.map((row, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- recorded lines never move, and two may be alike
          <li key={place} className="wrap-anywhere">
            {row}
          </li>
        ))}
      </ul>
    </div>
  );
}
