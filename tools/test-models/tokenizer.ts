/**
 * The vocabulary of the test models: the 256 bytes, short words made by merges, and the markers of a chat. Written as
 * tokenizer.json for WebLLM and as lists for GGUF; both cut text at the same places.
 */

/** Markers, in the order of their ids at the end of the vocabulary. */
const MARKERS = ["<|endoftext|>", "<|im_start|>", "<|im_end|>", "<think>", "</think>"] as const;

export type Vocabulary = {
  readonly tokens: readonly string[];
  readonly merges: readonly (readonly [string, string])[];
  readonly markers: Readonly<Record<(typeof MARKERS)[number], number>>;
};

/** Byte-level BPE writes every byte as one printable character: those that print stand for themselves. */
function writeByteAlphabet(): readonly string[] {
  let next = 256;
  return Array.from({ length: 256 }, (_, byte) => String.fromCodePoint(isPrinted(byte) ? byte : next++));
}

function isPrinted(byte: number): boolean {
  return (byte > 32 && byte < 127) || (byte > 160 && byte < 173) || (byte > 173 && byte < 256);
}

const LETTERS = Array.from("etaoinsrhldcumfpgwybvkxjqz");

/** Merges in order of rank: pairs of letters, then a space before a letter, before a pair, and pairs of pairs. */
function* listMerges(): Generator<readonly [string, string]> {
  const pairs = LETTERS.flatMap((a) => LETTERS.map((b) => [a, b] as const));
  for (const letter of LETTERS) yield ["Ġ", letter];
  yield* pairs;
  for (const [a, b] of pairs) yield [`Ġ${a}`, b];
  const few = pairs.slice(0, 60);
  for (const [a, b] of few) for (const [c, d] of few) yield [`${a}${b}`, `${c}${d}`];
}

/** A vocabulary of exactly `size` tokens; the smallest has the bytes and the markers. */
export function createVocabulary(size: number): Vocabulary {
  const tokens = [...writeByteAlphabet()];
  const merges: (readonly [string, string])[] = [];
  const seen = new Set(tokens);
  for (const [left, right] of listMerges()) {
    if (tokens.length >= size - MARKERS.length) break;
    if (seen.has(left + right)) continue;
    seen.add(left + right);
    tokens.push(left + right);
    merges.push([left, right]);
  }
  while (tokens.length < size - MARKERS.length) tokens.push(`Ġunused${tokens.length}`);
  const first = tokens.length;
  const markers = Object.fromEntries(MARKERS.map((marker, i) => [marker, first + i]));
  return { tokens: [...tokens, ...MARKERS], merges, markers: markers as Vocabulary["markers"] };
}

/** Whether a model should say a token by itself: printable ASCII, spaces and line ends. */
export function isSpeakable({ tokens, markers }: Vocabulary, token: number): boolean {
  if (token >= markers["<|endoftext|>"]) return false;
  return /^[\u0021-\u007eĠĊ]+$/.test(tokens[token] ?? "") && !(tokens[token] ?? "").startsWith("Ġunused");
}

/** The text of tokenizer.json. */
export function writeTokenizerJson(vocabulary: Vocabulary): string {
  const byteLevel = { type: "ByteLevel", add_prefix_space: false, trim_offsets: false, use_regex: true };
  const ordinary = vocabulary.tokens.slice(0, vocabulary.markers["<|endoftext|>"]);
  return JSON.stringify({
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: MARKERS.map((content) => ({
      id: vocabulary.markers[content],
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      // A reasoning model's thinking marks are part of its text, the others are not.
      special: !content.includes("think"),
    })),
    normalizer: null,
    pre_tokenizer: byteLevel,
    post_processor: null,
    decoder: byteLevel,
    model: {
      type: "BPE",
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: "",
      end_of_word_suffix: "",
      fuse_unk: false,
      byte_fallback: false,
      vocab: Object.fromEntries(ordinary.map((token, id) => [token, id])),
      merges: vocabulary.merges.map((pair) => pair.join(" ")),
    },
  });
}

/** The tokens of ASCII text without markers: words with the space before them, their letters merged by rank. */
export function encode({ tokens, merges }: Vocabulary, text: string): readonly number[] {
  const ranks = new Map(merges.map(([left, right], rank) => [`${left} ${right}`, rank]));
  const words = text.match(/ ?[a-zA-Z]+| ?[0-9]+| ?[^\sa-zA-Z0-9]+|\s+(?!\S)|\s+/g) ?? [];
  return words.flatMap((word) => {
    const letters = Array.from(word.replace(/ /g, "Ġ").replace(/\n/g, "Ċ"));
    return mergeParts(letters, ranks).map((part) => tokens.indexOf(part));
  });
}

function mergeParts(parts: readonly string[], ranks: ReadonlyMap<string, number>): readonly string[] {
  const found = parts.slice(1).map((part, i) => ranks.get(`${parts[i]} ${part}`) ?? Infinity);
  const best = Math.min(...found, Infinity);
  if (best === Infinity) return parts;
  const at = found.indexOf(best);
  const merged = [...parts.slice(0, at), `${parts[at]}${parts[at + 1]}`, ...parts.slice(at + 2)];
  return mergeParts(merged, ranks);
}
