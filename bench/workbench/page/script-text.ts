/** What a script of a benchmark says: made up, of any length, and never the same twice, so that nobody takes it for a circle. */

/** About so many tokens of a remark, as the scripted engine counts. */
const REMARK_TOKENS = 7;
const REMARKS_OF_PARAGRAPH = 8;
const STATEMENTS_TOKENS = 64;
const HYPOTHESES = 4;

/** Thinking of at least so many tokens, in paragraphs as a model's. */
export function writeThinking(tokens: number): string {
  const remarks = Array.from({ length: Math.ceil(tokens / REMARK_TOKENS) }, (_, place) => {
    const end = place % REMARKS_OF_PARAGRAPH === REMARKS_OF_PARAGRAPH - 1 ? "\n\n" : " ";
    return `Remark ${place} weighs sentence ${1 + (place % 5)} anew.${end}`;
  });
  return remarks.join("");
}

/** Findings, what is concluded from them, and what either speaks for; the ids begin at `from`. */
export function writeStatements(tokens: number, from: number): string {
  const heads = Array.from(
    { length: HYPOTHESES },
    (_, at) => `hypothesis h${from}x${at} 0.5: Possibility ${at} of ${from}`,
  );
  const count = Math.ceil(tokens / STATEMENTS_TOKENS);
  const lines = Array.from({ length: count }, (_, at) =>
    writeReason(from + at, `h${from}x${at % HYPOTHESES}`),
  );
  return `${[...heads, ...lines.flat(), `conclusion h${from}x0: Possibility 0 of ${from}`].join("\n")}\n`;
}

function writeReason(place: number, hypothesis: string): readonly string[] {
  const sentence = `s${1 + (place % 5)}`;
  const kind = place % 7 === 6 ? "attacks" : "supports";
  return [
    `finding f${place} [${sentence}]: Sign ${place} of the sample note`,
    `inference i${place} [${sentence}]: Sign ${place} fits what was seen`,
    `f${place} supports i${place} 0.${1 + (place % 8)}: It is what is expected`,
    `i${place} ${kind} ${hypothesis} 0.${1 + (place % 7)}: Reason ${place} bears on it`,
  ];
}
