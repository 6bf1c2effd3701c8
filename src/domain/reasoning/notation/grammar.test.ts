import { assert, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { createSeededChance, type Chance } from "../../../shared/chance.ts";
import type { Expression, Grammar } from "./expressions.ts";
import { notationGrammar } from "./grammar.ts";
import { grammarToGbnf, grammarToXGrammar } from "./grammar-text.ts";
import { createRandomDocument } from "./random-document.ts";
import { readNotation } from "./reader.ts";
import { citedSentences } from "./references.ts";
import { writeNotation } from "./writer.ts";

/*
 * A matcher of its own, which knows the two text formats and nothing of how ours are made. Formats as read in
 * mlc-ai/xgrammar cpp/grammar_parser.cc and ggml-org/llama.cpp grammars/README.md.
 */
type Format = "xgrammar" | "gbnf";
type Node =
  | { t: "chars"; has: (code: number) => boolean }
  | { t: "ref"; name: string }
  | { t: "seq"; items: Node[] }
  | { t: "alt"; items: Node[] }
  | { t: "rep"; item: Node; min: number; max: number };

const ESCAPES: Record<Format, string> = { gbnf: 'trn\\"[]', xgrammar: "trn\\\"'?^$.*+()[]{}|/-" };
const VALUES: Record<string, string> = { t: "\t", r: "\r", n: "\n" };

function parseGrammar(text: string, format: Format): Map<string, Node> {
  const rules = new Map<string, Node>();
  for (const line of text.trimEnd().split("\n")) {
    const [, name, body] = /^([A-Za-z][A-Za-z0-9-]*) ::= (.+)$/.exec(line) ?? [];
    if (name === undefined || body === undefined) throw new Error(`not a rule: ${line}`);
    const parser = new RuleParser(Array.from(body), format);
    rules.set(name, parser.alternatives());
    if (!parser.done()) throw new Error(`left over in ${name}`);
  }
  return rules;
}

class RuleParser {
  private at = 0;
  private readonly source: readonly string[];
  private readonly format: Format;
  constructor(source: readonly string[], format: Format) {
    [this.source, this.format] = [source, format];
  }
  done() {
    return this.at === this.source.length;
  }
  private peek() {
    while (this.source[this.at] === " ") this.at += 1;
    return this.source[this.at];
  }
  alternatives(): Node {
    const items = [this.sequence()];
    while (this.peek() === "|") {
      this.at += 1;
      items.push(this.sequence());
    }
    return { t: "alt", items };
  }
  private sequence(): Node {
    const items: Node[] = [];
    for (let next = this.peek(); next !== undefined && next !== "|" && next !== ")"; next = this.peek()) {
      items.push(this.quantified(this.atom(next)));
    }
    if (items.length === 0) throw new Error("empty sequence");
    return { t: "seq", items };
  }
  private quantified(item: Node): Node {
    const rest = this.source.slice(this.at, this.at + 12).join("");
    const [whole, mark, min, comma, max] = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})/.exec(rest) ?? [];
    if (whole === undefined) return item;
    this.at += whole.length;
    if (mark !== undefined)
      return { t: "rep", item, min: mark === "+" ? 1 : 0, max: mark === "?" ? 1 : Infinity };
    const most = comma === "" ? Number(min) : max === "" ? Infinity : Number(max);
    return { t: "rep", item, min: Number(min), max: most };
  }
  private atom(next: string): Node {
    if (next === "(") {
      this.at += 1;
      const inner = this.alternatives();
      if (this.peek() !== ")") throw new Error("unclosed group");
      this.at += 1;
      return inner;
    }
    if (next === '"') return this.literal();
    if (next === "[") return this.charClass();
    const [name] = /^[A-Za-z][A-Za-z0-9-]*/.exec(this.source.slice(this.at).join("")) ?? [];
    if (name === undefined) throw new Error(`unexpected ${next}`);
    this.at += name.length;
    return { t: "ref", name };
  }
  private literal(): Node {
    const items: Node[] = [];
    this.at += 1;
    while (this.source[this.at] !== '"') {
      const { code } = this.character();
      items.push({ t: "chars", has: (other) => other === code });
    }
    this.at += 1;
    return { t: "seq", items };
  }
  private charClass(): Node {
    this.at += 1;
    const negated = this.source[this.at] === "^";
    if (negated) this.at += 1;
    const ranges: [number, number][] = [];
    while (this.source[this.at] !== "]") {
      const from = this.character();
      const isRange = this.source[this.at] === "-" && this.source[this.at + 1] !== "]";
      if (from.bareDash && this.source[this.at] !== "]") throw new Error("a dash that means nothing certain");
      if (isRange) this.at += 1;
      ranges.push([from.code, isRange ? this.character().code : from.code]);
    }
    this.at += 1;
    return {
      t: "chars",
      has: (code) => negated !== ranges.some(([low, high]) => code >= low && code <= high),
    };
  }
  private character(): { code: number; bareDash: boolean } {
    const first = this.source[this.at] ?? "";
    this.at += 1;
    if (first !== "\\") return { code: first.codePointAt(0) ?? 0, bareDash: first === "-" };
    const mark = this.source[this.at] ?? "";
    this.at += 1;
    if (mark === "u") {
      const digits = this.source.slice(this.at, this.at + 4).join("");
      if (!/^[0-9A-F]{4}$/.test(digits)) throw new Error(`bad code ${digits}`);
      this.at += 4;
      return { code: Number.parseInt(digits, 16), bareDash: false };
    }
    if (mark === "" || !ESCAPES[this.format].includes(mark))
      throw new Error(`no escape \\${mark} in ${this.format}`);
    return { code: (VALUES[mark] ?? mark).codePointAt(0) ?? 0, bareDash: false };
  }
}

/** Every position at which `node` may end when it starts at one of `starts`. */
function ends(
  rules: Map<string, Node>,
  node: Node,
  codes: readonly number[],
  starts: ReadonlySet<number>,
): ReadonlySet<number> {
  switch (node.t) {
    case "chars":
      return new Set(
        [...starts].filter((at) => at < codes.length && node.has(codes[at] ?? 0)).map((at) => at + 1),
      );
    case "ref": {
      const rule = rules.get(node.name);
      if (rule === undefined) throw new Error(`no rule ${node.name}`);
      return ends(rules, rule, codes, starts);
    }
    case "seq":
      return node.items.reduce((from, item) => ends(rules, item, codes, from), starts);
    case "alt":
      return new Set(node.items.flatMap((item) => [...ends(rules, item, codes, starts)]));
    case "rep": {
      const reached = new Set(node.min === 0 ? starts : []);
      let front: ReadonlySet<number> = starts;
      for (let count = 1; count <= node.max && front.size > 0; count += 1) {
        const next = ends(rules, node.item, codes, front);
        front = new Set([...next].filter((end) => !reached.has(end)));
        if (count >= node.min) for (const end of front) reached.add(end);
      }
      return reached;
    }
    default:
      throw new Error("no such node");
  }
}

/** Line by line through `statement`, so that a long text does not make the check slow; the root's own shape is small. */
function accepts(rules: Map<string, Node>, text: string): boolean {
  const lines = text.split("\n");
  if (lines.pop() !== "") return false;
  return lines.every((line, index) => {
    const codes = Array.from(line, (character) => character.codePointAt(0) ?? 0);
    const isLast = index === lines.length - 1;
    const names = isLast ? ["statement", "conclusion"] : ["statement"];
    return names.some((name) => ends(rules, { t: "ref", name }, codes, new Set([0])).has(codes.length));
  });
}

const bothFormats = (grammar: Grammar) => [
  parseGrammar(grammarToXGrammar(grammar), "xgrammar"),
  parseGrammar(grammarToGbnf(grammar), "gbnf"),
];

test.each(["model", "file"] as const)(
  "what the writer writes is in both grammars of a %s",
  (voice) => {
    const tidy = voice === "model";
    assert(
      property(integer(), (seed) => {
        const document = createRandomDocument(createSeededChance(seed), { tidy, mostNodes: 4 });
        const written = writeNotation(document);
        const cited = readNotation(written, { voice: "file" }).statements.flatMap(citedSentences);
        const sentences = [...new Set(cited)];
        for (const rules of bothFormats(notationGrammar({ sentences, voice }))) {
          if (!accepts(rules, written)) throw new Error(`refused:\n${written}`);
        }
        const fewer = sentences.slice(1);
        const rules = parseGrammar(grammarToGbnf(notationGrammar({ sentences: fewer, voice })), "gbnf");
        expect(accepts(rules, written)).toBe(sentences.length === 0);
      }),
      { seed: 20261121, numRuns: 60 },
    );
  },
  60_000,
);

test.each([
  "finding f1 [s9]: A sentence that is not there\n",
  "finding f1: A finding from nowhere\n",
  "finding f1 [s1] Missing colon\n",
  "finding h1 [s1]: Not a finding's id\n",
  "annotation a1: Posing as a clinician | target: h1\n",
  "finding f1 from-human [s1]: Posing as a clinician\n",
  "f1 supports h1 1.5: Too strong\n",
  "f1 supports h1: How strong\n",
  "I think that f1 supports h1.\n",
  "\n",
  "hypothesis h1: No end of line",
])("a model under either grammar cannot write %j", (line) => {
  for (const rules of bothFormats(notationGrammar({ sentences: ["s1"] })))
    expect(accepts(rules, line)).toBe(false);
});

test("the root itself: any number of lines, nothing after the conclusion", () => {
  const conclusion = "conclusion h1: It fits\n";
  for (const rules of bothFormats(notationGrammar({ sentences: ["s1"] }))) {
    const whole = (text: string) => {
      const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
      return ends(rules, { t: "ref", name: "root" }, codes, new Set([0])).has(codes.length);
    };
    expect(whole("finding f1 [s1]: A\nhypothesis h1: B\n")).toBe(true);
    expect(whole(`hypothesis h1: B\n${conclusion}`)).toBe(true);
    expect(whole(`${conclusion}hypothesis h1: B\n`)).toBe(false);
  }
});

const isLegalMove = (move: string, from: string, to: string) =>
  move !== "rebut" || (from === "contraindication" && to === "treatment");

test("moves that are not legal need not be offered", () => {
  const [rules = new Map<string, Node>()] = bothFormats(notationGrammar({ sentences: ["s1"], isLegalMove }));
  expect(accepts(rules, "x1 rebuts r1 1\n")).toBe(true);
  expect(accepts(rules, "h1 rebuts h2 1\n")).toBe(false);
});

const SAMPLE = Array.from("abz09 .,;:=[]\"'\\|é🙂\n\t-");

function derive(grammar: Grammar, expression: Expression, chance: Chance): string {
  const below = (count: number) => Math.floor(chance.next() * count);
  switch (expression.type) {
    case "literal":
      return expression.text;
    case "class": {
      const fits = SAMPLE.filter((character) => {
        const code = character.codePointAt(0) ?? 0;
        return expression.negated !== expression.ranges.some(([from, to]) => code >= from && code <= to);
      });
      const [from] = expression.ranges[below(expression.ranges.length)] ?? [0];
      return expression.negated || chance.next() < 0.5
        ? (fits[below(fits.length)] ?? "a")
        : String.fromCodePoint(from);
    }
    case "rule":
      return derive(grammar, grammar.get(expression.name) ?? { type: "literal", text: "" }, chance);
    case "sequence":
      return expression.parts.map((part) => derive(grammar, part, chance)).join("");
    case "choice":
      return derive(grammar, expression.options[below(expression.options.length)] ?? expression, chance);
    case "repeat": {
      const count = expression.min + below(Math.min(4, (expression.max ?? Infinity) - expression.min + 1));
      return Array.from({ length: count }, () => derive(grammar, expression.of, chance)).join("");
    }
    default:
      throw new Error("no such expression");
  }
}

test.each([
  ["model", ["duplicate-id"]],
  ["file", ["duplicate-id", "strength-out-of-range", "unreadable-value"]],
] as const)(
  "every random derivation of a %s's grammar is read, none of it unread",
  (voice, allowed) => {
    const sentences = ["s1", "s2"];
    const grammar = notationGrammar({ sentences, voice });
    assert(
      property(integer(), (seed) => {
        const text = derive(grammar, { type: "rule", name: "root" }, createSeededChance(seed));
        const { statements } = readNotation(text, { voice, sentences: new Set(sentences) });
        expect(statements.length).toBe(text.split("\n").length - 1);
        expect(statements.filter(({ type }) => type === "unread")).toEqual([]);
        const kinds = statements.flatMap(({ flags }) => flags.map(({ type }) => type));
        expect(kinds.filter((type) => !allowed.some((other) => other === type))).toEqual([]);
      }),
      { seed: 20261122, numRuns: 500 },
    );
  },
  60_000,
);
