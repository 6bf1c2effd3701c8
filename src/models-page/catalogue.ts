/** What can be had, with what it needs and whether it fits this device; what is recommended comes first. */
import type { DeviceReport } from "../contracts/device-report.ts";
import type { CatalogueEntry, JudgedEntry, ModelShelf, Recommendation } from "../contracts/model-shelf.ts";
import { setText } from "./element.ts";
import { type EntryCard, type Surroundings, createEntryCard } from "./entry-card.ts";
import { bytesToWords } from "./sizes.ts";
import { errorToWords } from "./text/errors.ts";
import { pageText, recommendationToWords, recommendedNone } from "./text/page.ts";

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
};

/** Empty until it is read. */
export function createCatalogue({ shelf, readReport, words, list }: Parts): Catalogue {
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
      cards = inOrder(advice).map((judged) =>
        createEntryCard(shelf, judged, judged.entry.id === advice.best),
      );
      list.replaceChildren(...cards.map((card) => card.element));
      update(last);
    },
  };
}

function adviceToWords({ best, judged, memoryBytes }: Recommendation): string {
  const found = judged.find(({ entry }) => entry.id === best);
  if (found?.fit.type !== "fits") return recommendedNone;
  const memory = memoryBytes === undefined ? undefined : bytesToWords(memoryBytes);
  const { neededBytes, contextTokens } = found.fit;
  return recommendationToWords(found.entry.name, bytesToWords(neededBytes), memory, contextTokens);
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
