/** The words of a model's answer, with the sentences that it cites taken out of them. */

export type AnswerPart =
  | { readonly type: "words"; readonly text: string }
  | { readonly type: "sentence"; readonly id: string };

/** `[s3]`, `[s1, s2]`, `[s2@4-19]`: the forms in which a model was shown to cite. */
const CITATION = /\[(s\d+(?:@\d+-\d+)?(?:[\s,;]+s\d+(?:@\d+-\d+)?)*)\]/gu;

/** Every word of the text is in one of the parts, in order. */
export function readAnswerParts(text: string): readonly AnswerPart[] {
  const parts: AnswerPart[] = [];
  let from = 0;
  const takeWords = (end: number): void => {
    if (end > from) parts.push({ type: "words", text: text.slice(from, end) });
  };
  for (const match of text.matchAll(CITATION)) {
    takeWords(match.index);
    for (const [id] of (match[1] ?? "").matchAll(/s\d+(?=@|[\s,;]|$)/gu))
      parts.push({ type: "sentence", id });
    from = match.index + match[0].length;
  }
  takeWords(text.length);
  return parts;
}
