/** One model of the catalogue: everything needed to decide, and the one button where a download is possible. */
import type { CatalogueEntry, InstalledPack, JudgedEntry, ModelShelf } from "../contracts/model-shelf.ts";
import { type FactRow, createButton, createCallout, createChip, createFacts } from "./controls.ts";
import { type Child, element, setShown, setText } from "./element.ts";
import { bytesToWords, countToWords, memoryToWords } from "./sizes.ts";
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

type Options = {
  readonly isBest: boolean;
  /** Name and size on one line, everything else behind it. */
  readonly isFolded: boolean;
  /** Told when the button was pressed. */
  readonly onStart: () => void;
};

/** Made once an entry. */
export function createEntryCard(
  shelf: Pick<ModelShelf, "installEntry">,
  judged: JudgedEntry,
  { isBest, isFolded, onStart }: Options,
): EntryCard {
  const { entry, fit } = judged;
  const parts = createParts(entry, isBest, () => {
    shelf.installEntry(entry);
    onStart();
  });
  const card = element("li", { class: "rounded-panel border border-line bg-surface" });
  const head = [
    element("h3", { class: "text-lead font-[600]" }, entry.name),
    fitChip(fit.type === "fits", isBest),
    parts.installedChip,
  ];
  const body = bodyOf(judged, parts, isFolded);
  if (isFolded) card.append(fold(head, sizeOf(entry), body));
  else card.append(element("div", { class: "grid gap-4 px-4 py-4" }, lineUp(head), ...body));
  return { element: card, update: (now) => updateParts(parts, judged, now) };
}

type Parts = {
  readonly installedChip: HTMLElement;
  readonly damaged: HTMLElement;
  readonly button: HTMLButtonElement;
};

function createParts(entry: CatalogueEntry, isBest: boolean, onPress: () => void): Parts {
  const button = createButton(pageText.download, onPress, {
    tone: isBest ? "primary" : "neutral",
    label: `${pageText.download}: ${entry.name}`,
  });
  const damaged = element("p", { class: "text-critical" }, pageText.damaged);
  return { installedChip: createChip("positive", pageText.installed), damaged, button };
}

function bodyOf(
  { entry, fit }: JudgedEntry,
  { damaged, button }: Parts,
  isFolded: boolean,
): readonly Child[] {
  const why = isFolded ? undefined : element("p", { class: "text-ink-soft" }, pageText.notPinned);
  return [
    fit.type === "fits"
      ? undefined
      : createCallout("caution", pageText.caution, element("p", {}, errorToWords(fit.error))),
    createFacts(factsOf(entry)),
    element("p", { class: "text-ink-soft" }, entry.knownOf === "" ? pageText.nothingMeasured : entry.knownOf),
    damaged,
    entry.files.length > 0 ? element("div", {}, button) : why,
  ];
}

function lineUp(head: readonly Child[]): HTMLElement {
  return element("div", { class: "flex flex-wrap items-center gap-x-3 gap-y-2" }, ...head);
}

function fold(head: readonly Child[], size: string, body: readonly Child[]): HTMLElement {
  const amount = element("span", { class: "ms-auto text-ink-soft tabular-nums" }, size);
  return element(
    "details",
    { class: "group" },
    element(
      "summary",
      { class: "flex flex-wrap items-center gap-x-3 gap-y-1 rounded-panel px-4 py-3 hover:bg-hover" },
      ...head,
      amount,
    ),
    element("div", { class: "grid gap-4 border-t border-line px-4 py-4" }, ...body),
  );
}

function updateParts(
  { installedChip, damaged, button }: Parts,
  { entry, fit }: JudgedEntry,
  { installed, busy, canDownload }: Surroundings,
): void {
  const pack = installed.find(({ pack: one }) => one.catalogueId === entry.id);
  const isWhole = pack !== undefined && !pack.isDamaged;
  setShown(installedChip, isWhole);
  setShown(damaged, pack?.isDamaged === true);
  const words = pack?.isDamaged === true ? pageText.downloadAgain : pageText.download;
  setText(button, words);
  button.ariaLabel = `${words}: ${entry.name}`;
  setShown(button, !isWhole && fit.type === "fits");
  button.disabled = !canDownload || busy.has(entry.id);
}

function fitChip(fits: boolean, isBest: boolean): HTMLElement {
  if (!fits) return createChip("neutral", pageText.fitsNot);
  return isBest ? createChip("info", pageText.recommended) : createChip("neutral", pageText.fits);
}

function sizeOf({ files, roughBytes }: CatalogueEntry): string {
  const exact = files.reduce((sum, { bytes }) => sum + bytes, 0);
  return exact > 0 ? bytesToWords(exact) : factText.estimate(bytesToWords(roughBytes));
}

function factsOf(entry: CatalogueEntry): readonly FactRow[] {
  return [
    { name: factText.size, value: sizeOf(entry) },
    { name: factText.memory, value: factText.estimate(memoryToWords(entry.memoryBytes)) },
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
