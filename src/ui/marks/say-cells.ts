/** The four cells in words: one sentence for what is known, and what is missing for the rest. */
import type { FourCells } from "../../domain/annotations/four-cells.ts";
import { cellText } from "../text/marks.ts";

export type SaidCells = { readonly sentence: string | undefined; readonly missing: readonly string[] };

type NameOf = (id: string | undefined) => string;

/** Why rejected steps did no harm, or carried the answer, is said before the answer is judged as well. */
export function sayCells(cells: FourCells, nameOf: NameOf): SaidCells {
  return {
    sentence: sentenceOf(cells, nameOf),
    missing: [
      ...(cells.verdict === "disputed" ? [cellText.disputed] : []),
      ...cells.missing.map((part) => cellText.missing[part]),
    ],
  };
}

function sentenceOf(cells: FourCells, nameOf: NameOf): string | undefined {
  const { isRight, isSound, steps } = cells;
  const rejected = steps.filter(({ verdict }) => verdict === "rejected").length;
  if (isSound === true && isRight === true) return cellText.soundRight(steps.length);
  if (isSound === true && isRight === false) return cellText.soundWrong(steps.length);
  if (isSound === false && isRight === false) return cellText.flawedWrong(rejected);
  return isSound === false ? effectWords(cells, rejected, nameOf) : undefined;
}

function effectWords(cells: FourCells, rejected: number, nameOf: NameOf): string {
  if (cells.effect === "harmless") return cellText.harmless(rejected, nameOf(cells.answer));
  return cells.leader === cells.answer
    ? cellText.lucky(rejected, nameOf(cells.leaderWithout))
    : cellText.luckyAnyway(nameOf(cells.leader));
}
