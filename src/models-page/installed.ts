/** What is installed in this browser already; everything else about it is asked on the Models screen. */
import type { InstalledPack } from "../contracts/model-shelf.ts";
import { createChip } from "./controls.ts";
import { element } from "./element.ts";
import { bytesToWords } from "./sizes.ts";
import { pageText } from "./text/page.ts";

/** Draws the list, or says that it is empty. */
export function drawInstalled(place: Element, packs: readonly InstalledPack[]): void {
  if (packs.length === 0) {
    place.replaceChildren(element("p", { class: "text-ink-soft" }, pageText.installedNone));
    return;
  }
  const rows = packs.map(({ pack, bytes, isDamaged }) =>
    element(
      "li",
      { class: "flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5" },
      element("span", { class: "font-[560]" }, pack.name),
      isDamaged ? createChip("critical", pageText.damaged) : undefined,
      element("span", { class: "ms-auto text-ink-soft tabular-nums" }, bytesToWords(bytes)),
    ),
  );
  const look = "divide-y divide-line overflow-hidden rounded-panel border border-line bg-surface";
  place.replaceChildren(element("ul", { class: look }, ...rows));
}
