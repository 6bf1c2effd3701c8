/**
 * The step notation as a grammar an engine can be held to, built from the same forms as the reader and writer.
 * A model's grammar names only the sentences of this case and only ids like `f1`; a file's allows all a file may say.
 */
import {
  ATTRIBUTION_FIELD,
  COMMON_TAIL,
  CONCLUSION_WORD,
  EDGE_FORMS,
  EDGE_TAIL,
  type NodeForm,
  NODE_FORMS,
  ORIGIN_FIELD,
  STAGE_FIELD,
  type TailField,
} from "./forms.ts";
import { ESCAPABLE, writeId } from "./escapes.ts";
import {
  choice,
  type Expression,
  type Grammar,
  literal,
  named,
  noneOf,
  oneOf,
  optional,
  range,
  repeat,
  sequence,
} from "./expressions.ts";
import { modelEdges, type MovePredicate, nodeIds } from "./grammar-edges.ts";

export type GrammarOptions = {
  /** The sentence ids of this case, the only ones that can be cited. */
  readonly sentences: readonly string[];
  readonly voice?: "model" | "file";
  /** Most characters of one text in a model's grammar, so that a stuck model still ends its line. */
  readonly textLimit?: number;
  /** Which moves are legal between which kinds; without it any are offered and judged later. */
  readonly isLegalMove?: MovePredicate;
};

const TEXT_LIMIT = 200;
/**
 * Characters that end or escape something, and controls: never bare in a text. ASCII only, because XGrammar 0.1.27
 * clamps what a negated class excludes to 127; what lies beyond is flagged by the reader.
 */
const PLAIN = noneOf([range(0, 0x1f), range(0x5c), range(0x7c), range(0x7f)]);
const FIRST = noneOf([range(0, 0x20), range(0x5c), range(0x7c), range(0x7f)]);
const DIGIT = oneOf([range(0x30, 0x39)]);

/** The grammar of a whole round: statements, then at most one conclusion, then nothing. */
export function notationGrammar(options: GrammarOptions): Grammar {
  const voice = options.voice ?? "model";
  const forms = NODE_FORMS.filter((form) => voice === "file" || form.humanOnly !== true);
  const statements = [...forms.map(({ kind }) => named(kind)), named("edge")];
  const line = literal("\n");
  const rules: [string, Expression][] = [
    [
      "root",
      sequence(repeat(sequence(named("statement"), line), 0), optional(sequence(named("conclusion"), line))),
    ],
    ["statement", choice(...statements)],
    ...forms.map((form): [string, Expression] => [form.kind, nodeRule(form, voice, options)]),
    ...(voice === "file" ? fileEdges() : modelEdges(options.isLegalMove)),
    ["conclusion", conclusionRule(voice)],
    ...(voice === "file" ? fileWords() : modelWords(options.textLimit ?? TEXT_LIMIT)),
    ...nodeIds(voice, forms),
    ...sentenceRules(options.sentences, voice),
  ];
  return new Map(rules);
}

function conclusionRule(voice: "model" | "file"): Expression {
  const leader = named(voice === "file" ? "id" : "hypothesis-id");
  return sequence(literal(`${CONCLUSION_WORD} `), leader, literal(": "), named("text"));
}

function nodeRule(form: NodeForm, voice: "model" | "file", { sentences }: GrammarOptions): Expression {
  const words = form.words.map((field) => optional(spacedWord(field.words)));
  const attributions = ATTRIBUTION_FIELD.words.filter(
    (word) => word !== form.attribution && (voice === "file" || word === "source"),
  );
  const mayCite = sentences.length > 0;
  const cites = sequence(literal(" "), named("citations"));
  const head = [
    literal(`${form.kind} `),
    named(voice === "file" ? "id" : `${form.kind}-id`),
    ...words,
    optional(sequence(literal(" "), named("strength"))),
    optional(spacedWord(STAGE_FIELD.words)),
    optional(spacedWord(attributions)),
    ...(voice === "file" ? [optional(spacedWord(ORIGIN_FIELD.words))] : []),
    ...(!mayCite ? [] : voice === "model" && form.mustCite === true ? [cites] : [optional(cites)]),
  ];
  const tail = [...form.tail, ...COMMON_TAIL].map((field) => tailRule(field, mayCite));
  return sequence(...head, literal(": "), named("text"), ...tail);
}

function spacedWord(words: readonly string[]): Expression {
  return choice(...words.map((word) => literal(` ${word}`)));
}

function tailRule({ key, shape, many, required }: TailField, mayCite: boolean): Expression {
  const value = shape === "input" && !mayCite ? named("bare-input") : named(shape);
  const field = sequence(literal(` | ${key}: `), value);
  if (required === true) return field;
  return many === true ? repeat(field, 0) : optional(field);
}

/** Edges of a file: any id at either end, any verb, an id of its own where it has one. */
function fileEdges(): [string, Expression][] {
  const strength = sequence(literal(" "), named("strength"));
  const verbs = EDGE_FORMS.map(({ verb, weighted }) =>
    sequence(literal(` ${verb} `), named("id"), ...(weighted ? [strength] : [])),
  );
  const rationale = optional(sequence(literal(": "), named("text")));
  const tail = EDGE_TAIL.map((field) => tailRule(field, false));
  const own = optional(sequence(named("id"), literal(" = ")));
  return [["edge", sequence(own, named("id"), choice(...verbs), rationale, ...tail)]];
}

function modelWords(textLimit: number): [string, Expression][] {
  const decimals = sequence(literal("."), repeat(DIGIT, 1, 2));
  const integer = repeat(DIGIT, 1, 6);
  const word = oneOf([range(0x30, 0x39), range(0x41, 0x5a), range(0x61, 0x7a), range(0x20)]);
  const name = sequence(oneOf([range(0x41, 0x5a), range(0x61, 0x7a)]), repeat(word, 0, 30));
  return [
    ["text", sequence(FIRST, repeat(PLAIN, 0, textLimit - 1))],
    ["strength", choice(sequence(literal("0"), optional(decimals)), literal("1"))],
    ["integer", integer],
    ["number", sequence(optional(literal("-")), integer, optional(decimals))],
    ["quantity", sequence(named("number"), optional(sequence(literal(" "), repeat(FIRST, 1, 16))))],
    ["id", named("any-id")],
    ["ids", sequence(named("id"), repeat(sequence(literal(" "), named("id")), 0, 7))],
    ["bare-input", sequence(name, literal(" = "), repeat(noneOf(INPUT_ENDS), 1, 40))],
  ];
}

const INPUT_ENDS = [range(0, 0x1f), range(0x3d), range(0x5b), range(0x5c), range(0x7c), range(0x7f)];

function fileWords(): [string, Expression][] {
  const escape = sequence(
    literal("\\"),
    choice(
      oneOf(Array.from(`nrts${ESCAPABLE}`, (character) => range(character.charCodeAt(0)))),
      sequence(literal("u"), repeat(oneOf([range(0x30, 0x39), range(0x61, 0x66)]), 4, 4)),
    ),
  );
  const escaped = (ends: readonly string[]) =>
    repeat(
      choice(
        noneOf([range(0, 0x1f), ...["\\", "|", ...ends].map((end) => range(end.charCodeAt(0))), range(0x7f)]),
        escape,
      ),
      0,
    );
  const first = [range(0x30, 0x39), range(0x41, 0x5a), range(0x61, 0x7a), range(0x5f)];
  const bare = sequence(oneOf(first), repeat(oneOf([...first, range(0x3e), range(0x2e), range(0x2d)]), 0));
  const digits = repeat(DIGIT, 1);
  const exponent = sequence(literal("e"), oneOf([range(0x2b), range(0x2d)]), digits);
  return [
    ["text", escaped([])],
    [
      "number",
      sequence(optional(literal("-")), digits, optional(sequence(literal("."), digits)), optional(exponent)),
    ],
    ["strength", named("number")],
    ["integer", named("number")],
    ["quantity", sequence(named("number"), optional(sequence(literal(" "), named("text"))))],
    ["id", choice(bare, sequence(literal('"'), escaped(['"']), literal('"')))],
    ["ids", sequence(named("id"), repeat(sequence(literal(" "), named("id")), 0))],
    ["bare-input", sequence(escaped(["=", "["]), literal(" = "), escaped(["["]))],
  ];
}

function sentenceRules(sentences: readonly string[], voice: "model" | "file"): [string, Expression][] {
  if (sentences.length === 0) return [];
  const span = sequence(literal("@"), repeat(DIGIT, 1), literal("-"), repeat(DIGIT, 1));
  const cited = voice === "file" ? sequence(named("sentence"), optional(span)) : named("sentence");
  const group = (most?: number) =>
    sequence(literal("["), cited, repeat(sequence(literal(" "), cited), 0, most), literal("]"));
  return [
    ["sentence", choice(...sentences.map((sentence) => literal(writeId(sentence))))],
    ["citations", group(voice === "file" ? undefined : 7)],
    ["input", sequence(named("bare-input"), optional(sequence(literal(" ["), cited, literal("]"))))],
  ];
}
