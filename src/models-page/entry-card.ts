/** One model of the catalogue: everything needed to decide, and the one button where a download is possible. */
import type { CatalogueEntry, InstalledPack, JudgedEntry, ModelShelf } from "../contracts/model-shelf.ts";
import { createButton, createCallout, createChip, createFacts } from "./controls.ts";
import { element, setShown, setText } from "./element.ts";
import { bytesToWords, countToWords } from "./sizes.ts";
import { errorToWords } from "./text/errors.ts";
import { factText, pageText } from "./text/page.ts";

/** What changes around a card while the page is open. */
export type Surroundings = {
  readonly installed: readonly InstalledPack[];
  /** Ids of entries that are being downloaded. */
  readonly busy: ReadonlySet<string>;
  readonly canDownload: boolean;
};

export type EntryCard = { readonly element: HTMLElement; readonly update: (now: Surroundings) => void };

/** Made once an entry. */
export function createEntryCard(
  shelf: Pick<ModelShelf, "installEntry">,
  { entry, fit }: JudgedEntry,
  isBest: boolean,
): EntryCard {
  const isPinned = entry.files.length > 0;
  const installedChip = createChip("positive", pageText.installed);
  const button = createButton(pageText.download, () => shelf.installEntry(entry), {
    tone: isBest ? "primary" : "neutral",
    label: `${pageText.download}: ${entry.name}`,
  });
  const damaged = element("p", { class: "text-critical" }, pageText.damaged);
  const card = element(
    "li",
    { class: "grid gap-4 rounded-panel border border-line bg-surface px-4 py-4" },
    element(
      "div",
      { class: "flex flex-wrap items-center gap-x-3 gap-y-2" },
      element("h3", { class: "text-lead font-[600]" }, entry.name),
      fitChip(fit.type === "fits", isBest),
      installedChip,
    ),
    fit.type === "fits"
      ? undefined
      : createCallout("caution", pageText.caution, element("p", {}, errorToWords(fit.error))),
    createFacts(factsOf(entry)),
    element("p", { class: "text-ink-soft" }, entry.knownOf === "" ? pageText.nothingMeasured : entry.knownOf),
    damaged,
    isPinned
      ? element("div", {}, button)
      : element("p", { class: "text-small text-ink-soft" }, pageText.notPinned),
  );
  const update = ({ installed, busy, canDownload }: Surroundings) => {
    const pack = installed.find(({ pack: one }) => one.catalogueId === entry.id);
    const isWhole = pack !== undefined && !pack.isDamaged;
    setShown(installedChip, isWhole);
    setShown(damaged, pack?.isDamaged === true);
    const words = pack?.isDamaged === true ? pageText.downloadAgain : pageText.download;
    setText(button, words);
    button.ariaLabel = `${words}: ${entry.name}`;
    setShown(button, !isWhole && fit.type === "fits");
    button.disabled = !canDownload || busy.has(entry.id);
  };
  return { element: card, update };
}

function fitChip(fits: boolean, isBest: boolean): HTMLElement {
  if (!fits) return createChip("neutral", pageText.fitsNot);
  return isBest ? createChip("info", pageText.recommended) : createChip("neutral", pageText.fits);
}

function factsOf(entry: CatalogueEntry) {
  const exact = entry.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const size = exact > 0 ? bytesToWords(exact) : factText.estimate(bytesToWords(entry.roughBytes));
  return [
    { name: factText.size, value: size },
    { name: factText.memory, value: factText.estimate(bytesToWords(entry.memoryBytes)) },
    { name: factText.context, value: factText.tokens(entry.contextTokens) },
    { name: factText.parameters, value: countToWords(entry.parameters) },
    { name: factText.quantisation, value: entry.quantisation },
    { name: factText.thinking, value: factText.thinkingWords[entry.thinking] },
    { name: factText.licence, value: entry.licence },
    { name: factText.from, value: hostOf(entry) },
  ];
}

function hostOf({ address }: CatalogueEntry): string {
  if (!URL.canParse(address, location.origin)) return address;
  const { origin, host } = new URL(address, location.origin);
  return origin === location.origin ? factText.ownServer : host;
}
