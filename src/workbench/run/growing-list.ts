/**
 * A list that only ever grows, seen as it was at some moment. All views share one array, so another view costs nothing
 * however long the list is; whoever reads keeps to the first `count`.
 */

export type GrowingView<Item> = {
  /** Shared with later views: only the first `count` belong to this one. */
  readonly items: readonly Item[];
  readonly count: number;
};

export type GrowingList<Item> = {
  readonly push: (item: Item) => void;
  readonly view: () => GrowingView<Item>;
};

/** A list without items. */
export function createGrowingList<Item>(): GrowingList<Item> {
  const items: Item[] = [];
  return { push: (item) => void items.push(item), view: () => ({ items, count: items.length }) };
}

/** A view of nothing. */
export function emptyView<Item>(): GrowingView<Item> {
  return { items: [], count: 0 };
}

/** The items of a view from `start` on: what is new to a reader who has seen that many. */
export function itemsFrom<Item>({ items, count }: GrowingView<Item>, start = 0): readonly Item[] {
  return items.slice(start, count);
}
