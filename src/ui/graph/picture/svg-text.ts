/** Text for an SVG file: escaped, without what XML cannot hold, and broken into lines by measure. */

export type Measure = (text: string, font: string) => number;

export const SANS = "Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** Marks of XML become their names; characters that no XML may hold go. */
export function escapeXml(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the characters that XML 1.0 forbids
  const whole = text.toWellFormed().replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, "");
  return whole
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

export type TextLook = {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly weight?: number;
  readonly anchor?: "end";
};

/** One line of text, as text. */
export function toText(words: string, { x, y, size, fill, weight = 400, anchor }: TextLook): string {
  const end = anchor === undefined ? "" : ` text-anchor="${anchor}"`;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" fill="${fill}"${end}>${escapeXml(words)}</text>`;
}

/** At most so many lines of at most that width; the last one ends in an ellipsis where words are left over. */
export function breakLines(
  text: string,
  { width, most, font }: { readonly width: number; readonly most: number; readonly font: string },
  measure: Measure,
): readonly string[] {
  const words = text.split(/\s+/u).filter((word) => word !== "");
  const lines: string[] = [];
  let line = "";
  for (const [at, word] of words.entries()) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || measure(longer, font) <= width) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1)
      return [...lines, shorten(words.slice(at).reduce(join, line), width, font, measure)];
    lines.push(line);
    line = word;
  }
  return line === "" ? lines : [...lines, shorten(line, width, font, measure)];
}

function join(line: string, word: string): string {
  return `${line} ${word}`;
}

/** The beginning of a text that fits. */
export function shorten(text: string, width: number, font: string, measure: Measure): string {
  if (measure(text, font) <= width) return text;
  let length = Math.min(text.length, 80);
  while (length > 1 && measure(`${text.slice(0, length)}…`, font) > width) length -= 1;
  return `${text.slice(0, length).trimEnd()}…`;
}

/** Figures of a file need no more than this. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
