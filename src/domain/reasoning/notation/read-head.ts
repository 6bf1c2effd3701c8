/** The head of a node's line, after its kind and id: words in any order, a base score, citations. */
import type { Attribution, Citation, NodeKind, Origin, Stage } from "../../argument/graph.ts";
import {
  ATTRIBUTION_FIELD,
  type NodeForm,
  NODE_FORMS,
  ORIGIN_BY_WORD,
  ORIGIN_FIELD,
  STAGE_FIELD,
  type WordField,
} from "./forms.ts";
import type { HeadToken } from "./line-parts.ts";
import { looksLikeStrength, readStrength } from "./numbers.ts";
import type { LineContext, StatementFlag } from "./statement.ts";

type Flag = (flag: StatementFlag) => void;
export type NodeHead = {
  readonly words: ReadonlyMap<string, string>;
  readonly base: {
    readonly citations: readonly Citation[];
    readonly attribution: Attribution;
    readonly origin: Origin;
    readonly stage?: Stage;
    readonly baseScore?: number;
  };
};

/** Reads the head, or gives up on a word that no node of this kind knows: then the line is prose. */
export function readNodeHead(
  form: NodeForm,
  tokens: readonly HeadToken[],
  context: LineContext,
  flag: Flag,
): NodeHead | undefined {
  const words = new Map<string, string>();
  const citations: Citation[] = [];
  for (const token of tokens) {
    if (token.type === "citations") {
      citations.push(...token.citations);
      continue;
    }
    const word = token.text.toLowerCase();
    const name = token.quoted ? undefined : fieldOf(form, word);
    if (name === undefined) return undefined;
    if (words.has(name)) flag({ type: "repeated-field", field: name });
    else words.set(name, word);
  }
  const stage = readStage(words.get(STAGE_FIELD.name));
  const score = words.get("score");
  const baseScore = score === undefined ? undefined : readStrength(score, flag);
  const base = {
    citations: context.voice === "model" ? withoutSpans(citations, flag) : citations,
    attribution: readAttribution(form, words.get(ATTRIBUTION_FIELD.name), context, flag),
    origin: readOrigin(words.get(ORIGIN_FIELD.name), context, flag),
    ...(stage === undefined ? {} : { stage }),
    ...(baseScore === undefined ? {} : { baseScore }),
  };
  return { words, base };
}

/** Every word that a head of each kind knows, looked up rather than searched: heads are most of a stream. */
const FIELD_BY_WORD: ReadonlyMap<NodeKind, ReadonlyMap<string, string>> = new Map(
  NODE_FORMS.map(({ kind, words }) => {
    const fields = [...words, STAGE_FIELD, ATTRIBUTION_FIELD, ORIGIN_FIELD];
    return [kind, new Map(fields.flatMap(wordsOf))] as const;
  }),
);

function wordsOf({ name, words, unwritten }: WordField): readonly (readonly [word: string, name: string])[] {
  const all = unwritten === undefined ? words : [...words, unwritten];
  return all.map((word) => [word, name]);
}

function fieldOf({ kind }: NodeForm, word: string): string | undefined {
  return FIELD_BY_WORD.get(kind)?.get(word) ?? (looksLikeStrength(word) ? "score" : undefined);
}

function readStage(word: string | undefined): Stage | undefined {
  if (word === "stage1") return 1;
  if (word === "stage2") return 2;
  return word === "stage3" ? 3 : undefined;
}

const ATTRIBUTIONS: readonly Attribution[] = ["case", "calculated", "source", "model", "human"];

function readAttribution(
  form: NodeForm,
  word: string | undefined,
  { voice }: LineContext,
  flag: Flag,
): Attribution {
  const stated = ATTRIBUTIONS.find((attribution) => attribution === word);
  if (stated === "human" && voice === "model") {
    flag({ type: "not-for-models", field: "attribution" });
    return "model";
  }
  return stated ?? form.attribution;
}

function readOrigin(word: string | undefined, { voice, origin }: LineContext, flag: Flag): Origin {
  if (word === undefined) return origin;
  if (voice === "model") {
    flag({ type: "not-for-models", field: "origin" });
    return origin;
  }
  const known = Object.entries(ORIGIN_BY_WORD).find(([candidate]) => candidate === word);
  return known?.[1] ?? origin;
}

/** A model cannot count characters, so an offset from it would highlight the wrong words with a straight face. */
function withoutSpans(citations: readonly Citation[], flag: Flag): readonly Citation[] {
  if (citations.some(({ span }) => span !== undefined)) flag({ type: "not-for-models", field: "span" });
  return citations.map(({ sentence }) => ({ sentence }));
}
