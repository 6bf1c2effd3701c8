/** What can be had, with what it needs and whether it fits this device; what is recommended comes first. */
import type { DeviceReport } from "../contracts/device-report.ts";
import type { CatalogueEntry, JudgedEntry, ModelShelf, Recommendation } from "../contracts/model-shelf.ts";
import { element, setShown, setText } from "./element.ts";
import { type EntryCard, type Surroundings, createEntryCard } from "./entry-card.ts";
import { memoryToWords } from "./sizes.ts";
import { errorToWords } from "./text/errors.ts";
import { othersToWords, pageText, recommendationToWords, recommendedNone } from "./text/page.ts";

export type Catalogue = {
  /** Reads it anew, after an import too. */
  readonly read: () => Promise<void>;
  readonly update: (now: Surroundings) => void;
};

type Parts = {
  readonly shelf: ModelShelf;
  readonly readReport: () => Promise<DeviceReport>;
  readonly words: Element;
  readonly list: Element;
  /** For models that cannot be downloaded here, folded together. */
  readonly others: HTMLElement;
  readonly onStart: () => void;
};

/** Empty until it is read. */
export function createCatalogue({ shelf, readReport, onStart, words, list, others }: Parts): Catalogue {
  let cards: readonly EntryCard[] = [];
  let last: Surroundings = { installed: [], busy: new Set(), canDownload: false };
  const update = (now: Surroundings) => {
    last = now;
    for (const card of cards) card.update(now);
  };
  return {
    update,
    read: async () => {
      const entries = await shelf.readCatalogue();
      if (!entries.ok) {
        setText(words, `${pageText.catalogueFailed} ${errorToWords(entries.error)}`);
        return;
      }
      const advice = await shelf.recommend(entries.value, await readReport());
      setText(words, adviceToWords(advice));
      const made = inOrder(advice).map((judged) => {
        const isBest = judged.entry.id === advice.best;
        const isFolded = !isBest && !canBeHad(judged.entry);
        return { isFolded, card: createEntryCard(shelf, judged, { isBest, isFolded, onStart }) };
      });
      const elementsOf = (wanted: boolean) =>
        made.filter(({ isFolded }) => isFolded === wanted).map(({ card }) => card.element);
      list.replaceChildren(...elementsOf(false));
      drawOthers(others, elementsOf(true));
      cards = made.map(({ card }) => card);
      update(last);
    },
  };
}

function drawOthers(place: HTMLElement, items: readonly HTMLElement[]): void {
  const look = "cursor-pointer rounded-control py-2 font-[560] text-accent";
  place.replaceChildren(
    element(
      "details",
      {},
      element("summary", { class: look }, othersToWords(items.length)),
      element("p", { class: "mt-1 mb-3 text-ink-soft" }, pageText.notPinnedAll),
      element("ul", { class: "grid gap-2" }, ...items),
    ),
  );
  setShown(place, items.length > 0);
}

function adviceToWords({ best, judged, memoryBytes }: Recommendation): string {
  const found = judged.find(({ entry }) => entry.id === best);
  if (found?.fit.type !== "fits") return recommendedNone;
  const memory = memoryBytes === undefined ? undefined : memoryToWords(memoryBytes);
  const { neededBytes, contextTokens } = found.fit;
  return recommendationToWords(found.entry.name, memoryToWords(neededBytes), memory, contextTokens);
}

/** The recommended one, then what can be downloaded and fits, then what fits, then the rest. */
function inOrder({ judged, best }: Recommendation): readonly JudgedEntry[] {
  const rank = ({ entry, fit }: JudgedEntry) => {
    if (entry.id === best) return 0;
    return (fit.type === "fits" ? 1 : 3) + (canBeHad(entry) ? 0 : 1);
  };
  return judged.toSorted((one, other) => rank(one) - rank(other));
}

function canBeHad({ files }: CatalogueEntry): boolean {
  return files.length > 0;
}
