/** What a link does, among what is legal between its two ends, with plain words about the rest. */

import type { ReactElement } from "react";
import type { Offer, OfferedMove } from "../../../domain/argument/offered-moves.ts";
import { Select } from "../../kit/Select.tsx";
import { correctionText, moveNames, whyNot } from "../../text/corrections.ts";

export type MoveChoiceProps = {
  readonly offer: Offer;
  readonly move: OfferedMove | undefined;
  readonly onChange: (move: OfferedMove) => void;
};

/** No choice where nothing is legal: then only the reasons are there. */
export function MoveChoice({ offer: { legal, refused }, move, onChange }: MoveChoiceProps): ReactElement {
  return (
    <div className="grid gap-1.5">
      {legal.length > 0 && (
        <Select
          label={correctionText.does}
          options={legal.map((id) => ({ id, label: moveNames[id] }))}
          selectedId={move ?? ""}
          onSelect={(id) => {
            const chosen = legal.find((each) => each === id);
            if (chosen !== undefined) onChange(chosen);
          }}
        />
      )}
      {refused.length > 0 && (
        <details open={legal.length === 0} className="text-small text-ink-soft">
          <summary className="min-h-6 cursor-pointer">{correctionText.notOffered}</summary>
          <ul className="grid gap-0.5 ps-4 pt-1">
            {refused.map(({ move: name, why }) => (
              <li key={name}>{correctionText.refused(moveNames[name], whyNot(why))}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
