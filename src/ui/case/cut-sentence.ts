/** Cuts a sentence where what is cited of it begins and ends. */
import type { Sentence } from "../../domain/case-text/sentences.ts";

/** Offsets into the case text, end exclusive. */
export type Span = readonly [start: number, end: number];

export type SentencePiece = { readonly start: number; readonly text: string; readonly isCited: boolean };

/** Pieces that joined are the sentence; spans may overlap and may reach beyond it. */
export function cutSentence(
  { start, end, text }: Pick<Sentence, "start" | "end" | "text">,
  spans: readonly Span[],
): readonly SentencePiece[] {
  const inside = spans.map(([from, to]): Span => [Math.max(from, start), Math.min(to, end)]);
  const kept = inside.filter(([from, to]) => from < to);
  const cuts = [...new Set([start, end, ...kept.flat()])].toSorted((left, right) => left - right);
  return cuts.slice(0, -1).map((cut, index) => {
    const next = cuts[index + 1] ?? end;
    return {
      start: cut,
      text: text.slice(cut - start, next - start),
      isCited: kept.some(([from, to]) => from <= cut && next <= to),
    };
  });
}
