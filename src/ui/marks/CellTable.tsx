/** The table of four, with the one that this case is. Its word says what its colour says. */

import type { ReactElement } from "react";
import type { FourCells } from "../../domain/annotations/four-cells.ts";
import { cellText } from "../text/marks.ts";

export type CellTableProps = { readonly cells: FourCells };

const ROWS = [
  { isRight: true, heading: cellText.right, sound: "right-sound", flawed: "right-flawed" },
  { isRight: false, heading: cellText.wrong, sound: "wrong-sound", flawed: "wrong-flawed" },
] as const;

/** What is not known yet leaves more than one cell open, and none marked. */
export function CellTable({ cells }: CellTableProps): ReactElement {
  const { isRight, isSound, effect } = cells;
  return (
    <table className="w-full table-fixed border-separate border-spacing-1 text-small">
      <caption className="sr-only">{cellText.caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="w-18">
            <span className="sr-only">{cellText.answer}</span>
          </th>
          <th scope="col" className="pb-0.5 text-start font-[560] text-ink-soft">
            {cellText.sound}
          </th>
          <th scope="col" className="pb-0.5 text-start font-[560] text-ink-soft">
            {cellText.flawed}
          </th>
        </tr>
      </thead>
      <tbody>
        {ROWS.map((row) => (
          <tr key={row.heading}>
            <th scope="row" className="text-start font-[560] text-ink-soft">
              {row.heading}
            </th>
            <Cell isHere={isRight === row.isRight && isSound === true} words={cellText.cells[row.sound]} />
            <Cell
              isHere={isRight === row.isRight && isSound === false}
              words={cellText.cells[row.flawed]}
              effect={row.isRight ? effect : undefined}
            />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell(props: {
  readonly isHere: boolean;
  readonly words: string;
  readonly effect?: FourCells["effect"];
}): ReactElement {
  const { isHere, words, effect } = props;
  return (
    <td
      aria-current={isHere ? "true" : undefined}
      className={`rounded-control border px-2.5 py-2 align-top ${isHere ? "border-2 border-accent bg-accent-soft text-ink" : "border-line text-ink-soft"}`}
    >
      {isHere && <span className="block text-fine font-[620] text-accent">{cellText.here}</span>}
      <span className={isHere ? "font-[600]" : ""}>{words}</span>
      {isHere && effect !== undefined && (
        <span className={`block font-[620] ${effect === "lucky" ? "text-critical" : "text-accent"}`}>
          {cellText.effects[effect]}
        </span>
      )}
    </td>
  );
}
