/**
 * Cuts a stream of text into plain stretches and marks. A tail that may be the start of a mark is held back until
 * more text decides, so that where the text was cut on its way here can never show in the result.
 */
import { type Marker, MARKERS } from "./markers.ts";

export type Lexeme =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "mark"; readonly marker: Marker; readonly text: string };

export type MarkerScan = {
  readonly push: (text: string) => readonly Lexeme[];
  /** What was held back, now that nothing more comes. */
  readonly finish: () => readonly Lexeme[];
};

const LEADS = /[<[`~]/g;
const QUOTES = "`\"'";

/** A scan at the start of a stream. */
export function createMarkerScan(): MarkerScan {
  let held = "";
  /** The character before `held`, and whether only blanks stand between it and the last line break. */
  let previous = "\n";
  let atLineStart = true;

  function scan(source: string, isEnd: boolean): readonly Lexeme[] {
    const lexemes: Lexeme[] = [];
    let from = 0;
    let at = 0;
    const passText = (end: number) => {
      if (end === from) return;
      const text = source.slice(from, end);
      atLineStart = lineStartAfter(text, atLineStart);
      previous = source[end - 1] ?? previous;
      lexemes.push({ type: "text", text });
      from = end;
    };
    while (at < source.length) {
      LEADS.lastIndex = at;
      const lead = LEADS.exec(source)?.index ?? source.length;
      if (lead === source.length) {
        at = lead;
        continue;
      }
      passText(lead);
      const found = findMarker(source, lead, { atLineStart, previous, isEnd });
      if (found === "undecided") break;
      at = lead + (found?.text.length ?? 1);
      if (found === undefined) continue;
      lexemes.push({ type: "mark", marker: found, text: source.slice(lead, at) });
      previous = source[at - 1] ?? previous;
      atLineStart = false;
      from = at;
    }
    // Broken off at a tail that may yet become a mark, or at the first half of a surrogate pair.
    const end = at < source.length ? from : isEnd ? source.length : wholeCharactersEnd(source);
    passText(Math.max(end, from));
    held = source.slice(from);
    return lexemes;
  }

  return {
    push: (text) => scan(held + text, false),
    finish: () => {
      const last = scan(held, true);
      held = "";
      return last;
    },
  };
}

function lineStartAfter(text: string, before: boolean): boolean {
  const line = text.lastIndexOf("\n");
  const rest = text.slice(line + 1);
  return (line >= 0 || before) && /^[ \t]*$/.test(rest);
}

function wholeCharactersEnd(source: string): number {
  const last = source.charCodeAt(source.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? source.length - 1 : source.length;
}

type Around = { readonly atLineStart: boolean; readonly previous: string; readonly isEnd: boolean };

function findMarker(source: string, at: number, around: Around): Marker | "undecided" | undefined {
  let mayBecome = false;
  for (const marker of MARKERS) {
    if (marker.role === "fence" && !around.atLineStart) continue;
    const end = at + marker.text.length;
    if (end > source.length)
      mayBecome ||= isSame(marker, marker.text.slice(0, source.length - at), source.slice(at));
    else if (isSame(marker, marker.text, source.slice(at, end)))
      return quotedOrNot(marker, source[end], around);
  }
  return mayBecome && !around.isEnd ? "undecided" : undefined;
}

function isSame({ anyCase }: Marker, expected: string, written: string): boolean {
  return anyCase ? expected.toLowerCase() === written.toLowerCase() : expected === written;
}

/** A mark in quotes or backticks is talked about, not used. */
function quotedOrNot(
  marker: Marker,
  next: string | undefined,
  { previous, isEnd }: Around,
): Marker | "undecided" | undefined {
  if (marker.role === "fence" || !QUOTES.includes(previous)) return marker;
  if (next === undefined) return isEnd ? marker : "undecided";
  return next === previous ? undefined : marker;
}
