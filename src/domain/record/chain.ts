/** A list that shares its tail: one more item costs the same however long it is, and older lists stay as they were. */

export type Chain<Item> = { readonly first: Item; readonly rest: Chain<Item> } | undefined;

/** The items, newest first. */
export function* readChain<Item>(chain: Chain<Item>): Generator<Item, undefined, unknown> {
  for (let link = chain; link !== undefined; link = link.rest) yield link.first;
  return undefined;
}

/** The items in the order in which they came. */
export function chainToArray<Item>(chain: Chain<Item>): readonly Item[] {
  return [...readChain(chain)].toReversed();
}
