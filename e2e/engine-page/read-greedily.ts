/** What a plain forward pass says greedily: the answer that an engine with the same weights must give. */
import type { TestModel } from "../../tools/test-models/make-test-models.ts";
import { createReference } from "../../tools/test-models/reference.ts";
import { encode } from "../../tools/test-models/tokenizer.ts";

/** Two tokens closer than this may change places by the order in which numbers are added up. */
const CLEAR = 0.003;

export type GreedyReader = {
  /** Reads ASCII words and markers. */
  readonly read: (text: string) => void;
  /** Says so many tokens, or fewer where the next one would be a matter of rounding. */
  readonly say: (count: number) => { readonly text: string; readonly tokens: number };
};

/** A reader that has read nothing yet. */
export function createGreedyReader(model: TestModel): GreedyReader {
  const reference = createReference(model.shape, model.matrices);
  let logits = new Float64Array();
  const take = (token: number): void => {
    logits = Float64Array.from(reference.read(token));
  };
  return {
    read: (text) => encodeWithMarkers(model, text).forEach(take),
    say: (count) => {
      const tokens: string[] = [];
      while (tokens.length < count) {
        const [best = 0, second = 0] = [...logits].toSorted((a, b) => b - a);
        if (best - second < CLEAR) break;
        const token = logits.indexOf(best);
        tokens.push(model.vocabulary.tokens[token] ?? "");
        take(token);
      }
      const text = tokens.join("").replace(/Ġ/gu, " ").replace(/Ċ/gu, "\n");
      return { text, tokens: tokens.length };
    },
  };
}

function encodeWithMarkers({ vocabulary }: TestModel, text: string): readonly number[] {
  const markers = new Map<string, number>(Object.entries(vocabulary.markers));
  return text.split(/(<\|[a-z_]+\|>|<\/?think>)/u).flatMap((part) => {
    const marker = markers.get(part);
    return marker === undefined ? encode(vocabulary, part) : [marker];
  });
}
