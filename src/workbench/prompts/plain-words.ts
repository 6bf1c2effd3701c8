/**
 * Text of a note or of a person on its way into a prompt. Chat templates give meaning to marks such as `<|im_end|>`,
 * `</think>` or `[INST]`; whoever writes them in a note must not be able to end it or to speak as someone else.
 */

/** What opens a mark of any template we know of; the fence around the note is one of them. */
const OPENING = /<(?=[\p{L}/|｜!])|\[(?=\/?[A-Z_]{3,}\])/gu;
/** Sentences stand on a line each, so what breaks a line inside one becomes a blank. */
const LINE_BREAKS = /[\r\n\u0085\u2028\u2029\v\f]+/gu;

/** The same words with no mark left whole: a blank after whatever would open one. */
export function withoutMarks(text: string): string {
  return text.replace(OPENING, "$& ");
}

/** The same on one line. */
export function onOneLine(text: string): string {
  return withoutMarks(text.replace(LINE_BREAKS, " "));
}
