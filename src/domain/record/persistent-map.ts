/**
 * A map in insertion order of which every change makes a new map that shares all but a few small arrays with the old
 * one. The fold keeps earlier states for undo and branches, and one more event must not copy what is there.
 *
 * How: an index shared by all descendants gives every key a number once (it only grows and nothing shows it), and a
 * trie of small arrays leads from that number to the entry. A key that comes back after later ones, or was numbered
 * by a sibling map, is moved to another place. No hashing, so no keys that a hostile record could make collide.
 * A new entry is pushed onto the arrays in place: older maps share them but never look beyond their own `nextPlace`.
 * When a sibling has pushed there already, and for every change of an old entry, the path to the root is copied.
 */

type Trie<Value> =
  | { readonly type: "branch"; readonly parts: (Trie<Value> | undefined)[] }
  | { readonly type: "leaf"; readonly values: (Value | undefined)[] };

const BITS = 5;
const MASK = 31;

type IntegerMap<Value> = { readonly root: Trie<Value>; readonly shift: number };

type Entry<Value> = readonly [key: string, value: Value];

type Parts<Value> = {
  readonly numbers: Map<string, number>;
  readonly entries: IntegerMap<Entry<Value>>;
  /** The places of keys that are not at their number. */
  readonly moved: IntegerMap<number>;
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

  #find(key: string): { readonly place: number; readonly value: Value } | undefined {
    const number = this.#parts.numbers.get(key);
    if (number === undefined) return undefined;
    const place = getAt(this.#parts.moved, number) ?? number;
    const entry = getAt(this.#parts.entries, place);
    return place < this.#parts.nextPlace && entry?.[0] === key ? { place, value: entry[1] } : undefined;
  }

  get(key: string): Value | undefined {
    return this.#find(key)?.value;
  }

  has(key: string): boolean {
    return this.#find(key) !== undefined;
  }

  /** This map with `key` set; a new key comes last. */
  with(key: string, value: Value): PersistentMap<Value> {
    const { numbers, entries, moved, nextPlace, size } = this.#parts;
    const known = this.#find(key);
    if (known !== undefined) {
      return new PersistentMap({ ...this.#parts, entries: setAt(entries, known.place, [key, value]) });
    }
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    const place = nextPlace;
    const isAtNumber = place === number && getAt(moved, number) === undefined;
    return new PersistentMap({
      numbers,
      entries: pushAt(entries, place, [key, value]),
      moved: isAtNumber ? moved : setAt(moved, number, place),
      nextPlace: place + 1,
      size: size + 1,
    });
  }

  /** This map without `key`. */
  without(key: string): PersistentMap<Value> {
    const known = this.#find(key);
    if (known === undefined) return this;
    const entries = setAt(this.#parts.entries, known.place, undefined);
    return new PersistentMap({ ...this.#parts, entries, size: this.#parts.size - 1 });
  }

  /** As a list: a generator for every branch of the trie would cost many times what the entries do. */
  #read(): readonly Entry<Value>[] {
    const { entries, nextPlace } = this.#parts;
    const found: Entry<Value>[] = [];
    readTrie(entries.root, entries.shift, nextPlace, found);
    return found;
  }

  *entries(): Generator<[string, Value], undefined, unknown> {
    for (const [key, value] of this.#read()) yield [key, value];
    return undefined;
  }

  *keys(): Generator<string, undefined, unknown> {
    for (const [key] of this.#read()) yield key;
    return undefined;
  }

  *values(): Generator<Value, undefined, unknown> {
    for (const [, value] of this.#read()) yield value;
    return undefined;
  }

  [Symbol.iterator](): Generator<[string, Value], undefined, unknown> {
    return this.entries();
  }

  forEach(callback: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of this.#read()) callback(value, key, this);
  }
}

/** An empty persistent map. */
export function createPersistentMap<Value>(): PersistentMap<Value> {
  const moved: IntegerMap<number> = { root: { type: "leaf", values: [] }, shift: 0 };
  const entries: IntegerMap<Entry<Value>> = { root: { type: "leaf", values: [] }, shift: 0 };
  return new PersistentMap({ numbers: new Map(), entries, moved, nextPlace: 0, size: 0 });
}

function getAt<Value>(map: IntegerMap<Value>, index: number): Value | undefined {
  if (index >> map.shift > MASK) return undefined;
  let trie: Trie<Value> | undefined = map.root;
  for (let shift = map.shift; trie?.type === "branch"; shift -= BITS) {
    trie = trie.parts[(index >> shift) & MASK];
  }
  return trie?.values[index & MASK];
}

function widen<Value>({ root, shift }: IntegerMap<Value>, index: number): IntegerMap<Value> {
  return index >> shift > MASK
    ? widen({ root: { type: "branch", parts: [root] }, shift: shift + BITS }, index)
    : { root, shift };
}

function setAt<Value>(map: IntegerMap<Value>, index: number, value: Value | undefined): IntegerMap<Value> {
  const { root, shift } = widen(map, index);
  return { root: setInTrie(root, shift, index, value), shift };
}

function pushAt<Value>(map: IntegerMap<Value>, index: number, value: Value): IntegerMap<Value> {
  const { root, shift } = widen(map, index);
  return { root: pushInTrie(root, shift, index, value), shift };
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
    pad(values, at);
    values[at] = value;
    return { type: "leaf", values };
  }
  const parts = trie?.type === "branch" ? [...trie.parts] : [];
  pad(parts, at);
  parts[at] = setInTrie(parts[at], shift - BITS, index, value);
  return { type: "branch", parts };
}

/** Sets the last place of a map; what its arrays hold beyond belongs to siblings. */
function pushInTrie<Value>(
  trie: Trie<Value> | undefined,
  shift: number,
  index: number,
  value: Value,
): Trie<Value> {
  const at = (index >> shift) & MASK;
  if (shift === 0) {
    const own = trie?.type === "leaf" ? trie : { type: "leaf" as const, values: [] };
    const values = own.values.length > at ? own.values.slice(0, at) : own.values;
    pad(values, at);
    values.push(value);
    return values === own.values ? own : { type: "leaf", values };
  }
  const own = trie?.type === "branch" ? trie : { type: "branch" as const, parts: [] };
  const part = pushInTrie(own.parts[at], shift - BITS, index, value);
  if (part === own.parts[at]) return own;
  const parts = own.parts.length > at ? own.parts.slice(0, at) : own.parts;
  pad(parts, at);
  parts.push(part);
  return parts === own.parts ? own : { type: "branch", parts };
}

function pad(items: unknown[], length: number): void {
  while (items.length < length) items.push(undefined);
}

function readTrie<Value>(
  trie: Trie<Value> | undefined,
  shift: number,
  end: number,
  found: Value[],
  first = 0,
): void {
  if (trie === undefined || first >= end) return;
  if (trie.type === "leaf") {
    const count = Math.min(trie.values.length, end - first);
    for (let at = 0; at < count; at += 1) {
      const value = trie.values[at];
      if (value !== undefined) found.push(value);
    }
    return;
  }
  for (const [at, part] of trie.parts.entries())
    readTrie(part, shift - BITS, end, found, first + (at << shift));
}
