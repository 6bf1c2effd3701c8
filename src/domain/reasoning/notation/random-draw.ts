/** The dice behind the random documents: texts, some of them awkward, strengths and citations. */
import type { Citation } from "../../argument/graph.ts";
import type { Chance } from "../../../shared/chance.ts";

export type RandomOptions = { readonly tidy: boolean; readonly mostNodes: number };

export type Draw = {
  readonly int: (below: number) => number;
  readonly pick: <const Value>(values: readonly [Value, ...Value[]]) => Value;
  readonly maybe: <Value>(value: () => Value) => Value | undefined;
  readonly text: () => string;
  readonly strength: () => number;
  readonly citation: () => Citation;
};

const PHRASES = [
  "Sudden onset of breathlessness",
  "Pulse 118/min at rest",
  "D-dimer 1.9 µg/mL: hard to read in pregnancy",
  "Ödem am linken Bein",
  "ضيق في التنفس",
  "Temperature 37.2 °C, no fever 🙂",
] as const;
/** As long as what clinicians write on such lines: two to six words. */
const WORDS = [
  "sudden",
  "pleuritic",
  "chest",
  "pain",
  "raised",
  "pulse",
  "clear",
  "radiograph",
  "tender",
  "calf",
  "no",
  "fever",
  "low",
  "saturation",
  "after",
  "flight",
  "suggests",
  "embolism",
] as const;
const AWKWARD = [
  "",
  " ",
  "a|b",
  "line\nbreak",
  "\\n",
  '"quoted"',
  "[s1]",
  "x = y",
  "\u0000\u007f",
  "\ud800",
  "\ttab ",
  ": ",
  "\ufeff",
  "\r\n",
  "é\u2028",
] as const;

/** The draws of one document. */
export function createDraw(chance: Chance, { tidy }: RandomOptions): Draw {
  const int = (below: number) => Math.floor(chance.next() * below);
  const pick = <const Value>(values: readonly [Value, ...Value[]]) => values[int(values.length)] ?? values[0];
  const phrase = () => pick(PHRASES);
  const words = () => Array.from({ length: 2 + int(5) }, () => pick(WORDS)).join(" ");
  const awkward = () => `${pick(AWKWARD)}${pick([...PHRASES, ""])}${pick(AWKWARD)}`;
  return {
    int,
    pick,
    maybe: (value) => (chance.next() < 0.4 ? value() : undefined),
    text: () => (tidy ? pick([words, words, words, phrase])() : pick([phrase, awkward])()),
    strength: () => (tidy ? int(101) / 100 : chance.next()),
    citation: () =>
      tidy || chance.next() < 0.5
        ? { sentence: `s${1 + int(9)}` }
        : { sentence: pick(["s1", "s2", "note 2, s3"]), span: [int(50), 50 + int(50)] },
  };
}
