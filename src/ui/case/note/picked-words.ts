/** The words that were marked with the pointer, as offsets into the case text. */
import type { CaseText } from "../../../domain/case-text/revisions.ts";
import type { PickedWords } from "./note-light.ts";

/** Within one sentence, without the white space around them; undefined where nothing in the note is marked. */
export function readPickedWords(selection: Selection | null, text: CaseText): PickedWords | undefined {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const [start, end] = [
    readOffset(range.startContainer, range.startOffset),
    readOffset(range.endContainer, range.endOffset),
  ];
  if (start === undefined) return undefined;
  const sentence = text.sentences.find((one) => one.start <= start && start < one.end);
  if (sentence === undefined) return undefined;
  // A selection that runs on, or was dragged to the margin, means the rest of its first sentence.
  const last = end === undefined || end <= start || end > sentence.end ? sentence.end : end;
  const words = text.text.slice(start, last);
  const from = start + words.length - words.trimStart().length;
  const to = from + words.trim().length;
  return from < to ? { sentence: sentence.id, start: from, end: to } : undefined;
}

function readOffset(node: Node, offset: number): number | undefined {
  const piece = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-start]");
  const start = Number(piece?.dataset["start"] ?? Number.NaN);
  if (Number.isNaN(start)) return undefined;
  return node instanceof Element ? start : start + offset;
}
