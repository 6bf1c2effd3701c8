/**
 * Thinking cut into pages, so that however long it grows only one page of it is on the screen. Text is only ever added;
 * a full page is never touched again.
 */
import type { Chain } from "../../domain/record/chain.ts";

/** Characters from which the next line or word begins a new page. */
const PAGE_FROM = 4000;
/** Where neither a line nor a word ends, the page is cut here. */
const PAGE_MOST = 6000;

export type ThinkingPages = { readonly pages: readonly string[]; readonly characters: number };

export type PageWriter = {
  readonly push: (text: string) => void;
  /** Shares its list with later values; the last page of it may grow. */
  readonly read: () => ThinkingPages;
};

/** Pages without text. */
export function createPageWriter(): PageWriter {
  const pages: string[] = [];
  let characters = 0;
  return {
    push: (text) => {
      characters += text.length;
      let rest = (pages.pop() ?? "") + text;
      for (let end = pageEnd(rest); end < rest.length; end = pageEnd(rest)) {
        pages.push(rest.slice(0, end));
        rest = rest.slice(end);
      }
      pages.push(rest);
    },
    read: () => ({ pages, characters }),
  };
}

function pageEnd(text: string): number {
  if (text.length <= PAGE_FROM) return text.length;
  const at = text.slice(PAGE_FROM, PAGE_MOST).search(/\s/u);
  return at === -1 ? Math.min(text.length, PAGE_MOST) : PAGE_FROM + at + 1;
}

/** Reads recorded thinking again and again; each time only the chunks that are new. */
export function createChunkReader(): (chunks: Chain<string>) => ThinkingPages {
  let writer = createPageWriter();
  let seen: Chain<string>;
  return (chunks) => {
    const fresh: string[] = [];
    let link = chunks;
    for (; link !== undefined && link !== seen; link = link.rest) fresh.push(link.first);
    if (link !== seen) writer = createPageWriter();
    seen = chunks;
    for (const text of fresh.toReversed()) writer.push(text);
    return writer.read();
  };
}

/** A page, and where it begins in all of the thinking. */
export function partOf(
  pages: readonly string[],
  page: number,
): { readonly text: string; readonly start: number } {
  const start = pages.slice(0, page).reduce((sum, { length }) => sum + length, 0);
  return { text: pages[page] ?? "", start };
}

/** The page on which a place of the thinking is; the last where it is on none. */
export function findPage(pages: readonly string[], place: number): number {
  let end = 0;
  const page = pages.findIndex(({ length }) => {
    end += length;
    return place < end;
  });
  return page === -1 ? Math.max(0, pages.length - 1) : page;
}
