/** Cuts words of the note where what is marked in them begins and ends. */

/** Offsets into the case text, end exclusive, and the finding that they belong to. */
export type FindingSpan = { readonly start: number; readonly end: number; readonly finding: string };

export type SentencePiece = {
  readonly start: number;
  readonly text: string;
  /** The findings that mark it, in the order given. */
  readonly findings: readonly string[];
};

/** Pieces that joined are the words; spans may overlap and may reach beyond them. */
export function cutSentence(
  { start, text }: { readonly start: number; readonly text: string },
  spans: readonly FindingSpan[],
): readonly SentencePiece[] {
  const end = start + text.length;
  const inside = spans.flatMap((span) => {
    const [from, to] = [Math.max(span.start, start), Math.min(span.end, end)];
    return from < to ? [{ start: from, end: to, finding: span.finding }] : [];
  });
  const cuts = [...new Set([start, end, ...inside.flatMap((span) => [span.start, span.end])])].toSorted(
    (left, right) => left - right,
  );
  return cuts.slice(0, -1).map((cut, index) => {
    const next = cuts[index + 1] ?? end;
    const over = inside.filter((span) => span.start <= cut && next <= span.end);
    return {
      start: cut,
      text: text.slice(cut - start, next - start),
      findings: [...new Set(over.map(({ finding }) => finding))],
    };
  });
}
