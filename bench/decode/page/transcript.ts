/** A made-up transcript of any length in which nothing repeats: half thinking, half statements. */

/** Text of about so many tokens, as the scripted engine counts them. */
export function writeTranscript(tokens: number): string {
  return `<think>\n${writeThinking(tokens / 2)}\n</think>\n${writeStatements(tokens / 2)}`;
}

const REMARK_TOKENS = 11;
const PAIR_TOKENS = 43;

function writeThinking(tokens: number): string {
  const remarks = Array.from(
    { length: Math.ceil(tokens / REMARK_TOKENS) },
    (_, place) => `Remark ${place} weighs sentence ${1 + (place % 3)} anew.`,
  );
  return remarks.join(" ");
}

function writeStatements(tokens: number): string {
  const pairs = Array.from({ length: Math.ceil(tokens / PAIR_TOKENS) }, (_, place) => [
    `finding f${place} [s${1 + (place % 3)}]: Sign ${place} of the sample note`,
    `f${place} supports h1 0.${1 + (place % 8)}: Reason ${place} fits the leader`,
  ]);
  const lines = ["hypothesis h1 0.5: The leader", ...pairs.flat(), "conclusion h1: The leader"];
  return `${lines.join("\n")}\n`;
}
