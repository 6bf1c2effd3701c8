/** Waits that a single look would not do: words that go by, widths that settle, and locks that are given back late. */
import type { Locator, Page } from "@playwright/test";
import { expect } from "./harness.ts";

/** Keeps every text that a place shows from now on: what it says for a moment may be over before anybody looks. */
export async function keepWords(place: Locator): Promise<() => Promise<string>> {
  const kept = await place.evaluateHandle((element) => {
    const said = [element.textContent];
    const keep = new MutationObserver(() => said.push(element.textContent));
    keep.observe(element, { childList: true, characterData: true, subtree: true });
    return said;
  });
  return async () => (await kept.jsonValue()).join("\n");
}

/** Keeps every height at which a part of the page stands from now on: what moves under the pointer cannot be clicked. */
export async function keepHeights(part: Locator): Promise<() => Promise<readonly number[]>> {
  const kept = await part.evaluateHandle((element) => {
    const heights = new Set<number>();
    const look = (): void => {
      heights.add(Math.round(element.getBoundingClientRect().top));
      requestAnimationFrame(look);
    };
    look();
    return heights;
  });
  return () => kept.evaluate((heights) => [...heights]);
}

/** Nothing reaches beyond the page or this part of it, once what still arrives has found its place. */
export async function expectNoSidewaysScroll(
  part: Page | Locator,
  where = "sideways scrolling",
): Promise<void> {
  const root = "goto" in part ? part.locator("html") : part;
  await expect
    .poll(() => root.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth), where)
    .toBeLessThanOrEqual(0);
}

/** Keys that are pressed before an overlay has taken the focus go elsewhere. */
export async function expectFocusIn(overlay: Locator): Promise<void> {
  await expect
    .poll(
      () => overlay.evaluate((element) => element.contains(document.activeElement)),
      "focus in the overlay",
    )
    .toBe(true);
}

/** A tab that was closed or left gives back what it held a moment later. */
export async function untilLockIsFree(page: Page, name: string): Promise<void> {
  const isHeld = () =>
    page.evaluate(
      async (wanted) => ((await navigator.locks.query()).held ?? []).some((lock) => lock.name === wanted),
      name,
    );
  await expect.poll(isHeld, `the lock ${name} is held`).toBe(false);
}
