/**
 * A map in insertion order of which every change makes a new map that shares all but a few small arrays with the old
 * one. The fold keeps earlier states for undo and branches, and one more event must not copy what is there.
 *
 * How: an index shared by all descendants gives every key a number once (it only grows and nothing shows it); one
 * trie of 32-way arrays leads from that number to a place, a second from the place to the entry. No hashing, so no
 * keys that a hostile record could make collide.
 */

type Trie<Value> =
  | { readonly type: "branch"; readonly parts: readonly (Trie<Value> | undefined)[] }
  | { readonly type: "leaf"; readonly values: readonly (Value | undefined)[] };

const BITS = 5;
const MASK = 31;

type IntegerMap<Value> = { readonly root: Trie<Value>; readonly shift: number };

type Entry<Value> = readonly [key: string, value: Value];

type Parts<Value> = {
  readonly numbers: Map<string, number>;
  readonly places: IntegerMap<number>;
  readonly entries: IntegerMap<Entry<Value>>;
  readonly nextPlace: number;
  readonly size: number;
};

/** A readonly map; `with` and `without` give changed copies at a cost that hardly grows with its size. */
export class PersistentMap<Value> implements ReadonlyMap<string, Value> {
  readonly #parts: Parts<Value>;

  constructor(parts: Parts<Value>) {
    this.#parts = parts;
  }

  get size(): number {
    return this.#parts.size;
  }

  #placeOf(key: string): number | undefined {
    const number = this.#parts.numbers.get(key);
    return number === undefined ? undefined : getAt(this.#parts.places, number);
  }

  get(key: string): Value | undefined {
    const place = this.#placeOf(key);
    return place === undefined ? undefined : getAt(this.#parts.entries, place)?.[1];
  }

  has(key: string): boolean {
    return this.#placeOf(key) !== undefined;
  }

  /** This map with `key` set; a new key comes last. */
  with(key: string, value: Value): PersistentMap<Value> {
    const { numbers, places, entries, nextPlace, size } = this.#parts;
    const known = this.#placeOf(key);
    if (known !== undefined) {
      return new PersistentMap({ ...this.#parts, entries: setAt(entries, known, [key, value]) });
    }
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return new PersistentMap({
      numbers,
      places: setAt(places, number, nextPlace),
      entries: setAt(entries, nextPlace, [key, value]),
      nextPlace: nextPlace + 1,
      size: size + 1,
    });
  }

  /** This map without `key`. */
  without(key: string): PersistentMap<Value> {
    const place = this.#placeOf(key);
    const number = this.#parts.numbers.get(key);
    if (place === undefined || number === undefined) return this;
    return new PersistentMap({
      ...this.#parts,
      places: setAt(this.#parts.places, number, undefined),
      entries: setAt(this.#parts.entries, place, undefined),
      size: this.#parts.size - 1,
    });
  }

  *entries(): Generator<[string, Value], undefined, unknown> {
    for (const [key, value] of readTrie(this.#parts.entries.root)) yield [key, value];
    return undefined;
  }

  *keys(): Generator<string, undefined, unknown> {
    for (const [key] of readTrie(this.#parts.entries.root)) yield key;
    return undefined;
  }

  *values(): Generator<Value, undefined, unknown> {
    for (const [, value] of readTrie(this.#parts.entries.root)) yield value;
    return undefined;
  }

  [Symbol.iterator](): Generator<[string, Value], undefined, unknown> {
    return this.entries();
  }

  forEach(callback: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of readTrie(this.#parts.entries.root)) callback(value, key, this);
  }
}

/** An empty persistent map. */
export function createPersistentMap<Value>(): PersistentMap<Value> {
  const places: IntegerMap<number> = { root: { type: "leaf", values: [] }, shift: 0 };
  const entries: IntegerMap<Entry<Value>> = { root: { type: "leaf", values: [] }, shift: 0 };
  return new PersistentMap({ numbers: new Map(), places, entries, nextPlace: 0, size: 0 });
}

function getAt<Value>(map: IntegerMap<Value>, index: number): Value | undefined {
  if (index >> map.shift > MASK) return undefined;
  let trie: Trie<Value> | undefined = map.root;
  for (let shift = map.shift; trie?.type === "branch"; shift -= BITS) {
    trie = trie.parts[(index >> shift) & MASK];
  }
  return trie?.values[index & MASK];
}

function setAt<Value>(map: IntegerMap<Value>, index: number, value: Value | undefined): IntegerMap<Value> {
  let { root, shift } = map;
  while (index >> shift > MASK) {
    root = { type: "branch", parts: [root] };
    shift += BITS;
  }
  return { root: setInTrie(root, shift, index, value), shift };
}

function setInTrie<Value>(
  trie: Trie<Value> | undefined,
  shift: number,
  index: number,
  value: Value | undefined,
): Trie<Value> {
  const at = (index >> shift) & MASK;
  if (shift === 0) {
    const values = trie?.type === "leaf" ? [...trie.values] : [];
    while (values.length < at) values.push(undefined);
    values[at] = value;
    return { type: "leaf", values };
  }
  const parts = trie?.type === "branch" ? [...trie.parts] : [];
  while (parts.length < at) parts.push(undefined);
  parts[at] = setInTrie(parts[at], shift - BITS, index, value);
  return { type: "branch", parts };
}

function* readTrie<Value>(trie: Trie<Value> | undefined): Generator<Value, undefined, unknown> {
  if (trie?.type === "leaf") {
    for (const value of trie.values) if (value !== undefined) yield value;
  } else if (trie !== undefined) {
    for (const part of trie.parts) yield* readTrie(part);
  }
  return undefined;
}
