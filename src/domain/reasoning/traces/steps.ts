/**
 * Cuts a reasoning trace into steps: step tags, headings, numbered and bulleted items, paragraphs.
 * Markers, tags, fences and white space are gaps; steps and gaps in order are the text, code unit for code unit.
 */

type StepMarker = "tag" | "heading" | "number" | "bullet" | "paragraph";

/** What became of a step: it argues, only cites the case, heads a section, states the answer, or was not read. */
export type StepRole = "argues" | "cites" | "heading" | "answer" | "unread";

/** A stretch of the trace: a step with words in it, or the gap (marker, white space) between two of them. */
export type TracePiece = {
  readonly kind: "step" | "gap";
  readonly start: number;
  readonly end: number;
  /** What opened the step; gaps have none. */
  readonly marker?: StepMarker;
};

type OpenStep = { start: number; end: number; marker: StepMarker };

const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;
const STEP_TAG = /<\/?\s*step\s*\d*\s*\/?>:?/giu;

/** Cuts the text into steps and gaps, in order and without a hole. */
export function readPieces(text: string): readonly TracePiece[] {
  const steps: OpenStep[] = [];
  let open: OpenStep | undefined;
  for (const line of readLines(text)) {
    const content = readLine(text, line.start, line.end);
    if (content === undefined) {
      open = undefined;
      continue;
    }
    // A plain line runs on from the line above, unless that line was a heading or is itself closed by a blank line.
    if (open !== undefined && content.marker === "paragraph" && open.marker !== "heading") {
      open.end = content.end;
    } else {
      open = content;
      steps.push(open);
    }
  }
  return fillGaps(text, steps);
}

/** Lines, and inside a line every stretch that a step tag opens. */
function* readLines(text: string): Generator<{ readonly start: number; readonly end: number }> {
  let start = 0;
  for (const match of text.matchAll(LINE_BREAK)) {
    yield* cutAtTags(text, start, match.index);
    start = match.index + match[0].length;
  }
  yield* cutAtTags(text, start, text.length);
}

function* cutAtTags(
  text: string,
  start: number,
  end: number,
): Generator<{ readonly start: number; readonly end: number }> {
  let from = start;
  for (const match of text.slice(start, end).matchAll(STEP_TAG)) {
    const at = start + match.index;
    if (/\S/.test(text.slice(from, at))) {
      yield { start: from, end: at };
      from = at;
    }
  }
  yield { start: from, end };
}

const MARKERS: readonly (readonly [StepMarker, RegExp])[] = [
  ["tag", /^<\/?\s*step\s*\d*\s*\/?>:?/iu],
  [
    "paragraph",
    /^(?:<\/?\s*(?:think|thinking|thought|reasoning|answer)\s*>|```\w*|~~~\w*|-{3,}|={3,}|\*{3,}|_{3,})/iu,
  ],
  ["heading", /^#{1,6}(?:\s+|$)/u],
  ["paragraph", /^>\s*/u],
  ["number", /^\(?\d{1,2}[.)](?:\s+|$)/u],
  ["number", /^(?:\*\*)?step\s+\d{1,3}\s*[:.)-]\s*/iu],
  ["bullet", /^(?:[•·▪◦‣●○■□]\s*|[*+–—-](?:\s+|$))/u],
];

/** What a line holds after its markers; nothing when it is blank or markup only. */
function readLine(text: string, lineStart: number, lineEnd: number): OpenStep | undefined {
  let start = lineStart;
  let end = lineEnd;
  let marker: StepMarker | undefined;
  const trim = (): void => {
    while (start < end && /\s/.test(text.charAt(start))) start += 1;
    while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  };
  trim();
  for (let depth = 0; depth < 4; depth += 1) {
    const head = text.slice(start, Math.min(end, start + 40));
    const found = MARKERS.find(([, pattern]) => pattern.test(head));
    if (found === undefined) break;
    if (found[0] !== "paragraph") marker ??= found[0];
    start += found[1].exec(head)?.[0].length ?? 0;
    trim();
  }
  if (!hasWords(text, start, end)) return undefined;
  const isBold =
    marker === undefined && end - start < 120 && /^\*\*[^*]+\*\*:?$/u.test(text.slice(start, end));
  return { start, end, marker: marker ?? (isBold ? "heading" : "paragraph") };
}

function hasWords(text: string, start: number, end: number): boolean {
  return end > start && /[\p{L}\p{N}]/u.test(text.slice(start, end));
}

function fillGaps(text: string, steps: readonly OpenStep[]): readonly TracePiece[] {
  const pieces: TracePiece[] = [];
  let at = 0;
  for (const { start, end, marker } of steps) {
    if (start > at) pieces.push({ kind: "gap", start: at, end: start });
    pieces.push({ kind: "step", start, end, marker });
    at = end;
  }
  if (text.length > at) pieces.push({ kind: "gap", start: at, end: text.length });
  return pieces;
}
