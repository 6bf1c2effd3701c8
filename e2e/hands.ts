/**
 * Two ways to use the app without a pointer, behind one set of words: the keyboard alone, which must walk to everything,
 * and a screen reader, which finds things by role and name, presses them as such readers do, and hears what is announced.
 */
import type { Locator, Page } from "@playwright/test";

type Role = "button" | "link" | "tab" | "textbox" | "combobox" | "menuitem" | "row" | "radio";

export type Hands = {
  readonly press: (role: Role, name: string | RegExp) => Promise<void>;
  readonly type: (role: "textbox", name: string, words: string) => Promise<void>;
  readonly choose: (name: string, option: string) => Promise<void>;
  readonly escape: () => Promise<void>;
};

/** A person who has a keyboard and eyes. */
export function keyboardHands(page: Page): Hands {
  const reach = (role: Role, name: string | RegExp) => walkTo(page, role, find(page, role, name));
  return {
    press: async (role, name) => {
      await reach(role, name);
      // A tab is chosen by reaching it.
      if (role === "radio") await page.keyboard.press("Space");
      else if (role !== "tab") await page.keyboard.press("Enter");
    },
    type: async (role, name, words) => {
      await reach(role, name);
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.insertText(words);
      await page.keyboard.press("Enter");
    },
    choose: async (name, option) => {
      await reach("combobox", name);
      await page.keyboard.type(option);
    },
    escape: () => page.keyboard.press("Escape"),
  };
}

/** A person who hears roles and names. */
export function readerHands(page: Page): Hands {
  const found = (role: Role, name: string | RegExp) => find(page, role, name);
  return {
    press: async (role, name) => {
      await found(role, name).focus();
      await found(role, name).evaluate((element: HTMLElement) => element.click());
    },
    type: async (role, name, words) => {
      const field = found(role, name);
      await field.fill(words);
      await field.press("Enter");
    },
    choose: async (name, option) => {
      await found("combobox", name).selectOption(option);
    },
    escape: () => page.keyboard.press("Escape"),
  };
}

const VOICES = "[aria-live=polite], [aria-live=assertive], output, [role=status], [role=alert]";

/** Keeps everything that live regions say, from now on. */
export async function hearAnnouncements(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate((voices) => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        if (element?.closest(voices) instanceof Element) heard.push(target.textContent ?? "");
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  }, VOICES);
  return () => page.evaluate(() => (window as unknown as { readonly heard: readonly string[] }).heard);
}

function find(page: Page, role: Role, name: string | RegExp): Locator {
  // What can be done to a step stands at its card and again beside the outline, where the journey goes on.
  return page.getByRole(role, typeof name === "string" ? { name, exact: true } : { name }).last();
}

/** More steps than that nobody would take. */
const MOST_STEPS = 250;

/** Tab goes from stop to stop; arrows move inside menus, tabs and trees. */
async function walkTo(page: Page, role: Role, target: Locator): Promise<void> {
  await target.waitFor();
  const group = GROUPS[role];
  if (group === undefined) return walk(page, target, undefined);
  const inside = page.locator(group.within).filter({ has: target });
  if (role !== "menuitem") await walk(page, inside, undefined);
  // A menu that opens takes the focus a moment later; arrows before that are not for its choices.
  else await inside.locator(":focus").waitFor();
  return walk(page, target, group.key);
}

const GROUPS: Partial<Record<Role, { readonly within: string; readonly key: string }>> = {
  menuitem: { within: "[role=menu]", key: "ArrowDown" },
  tab: { within: "[role=tablist]", key: "ArrowRight" },
  row: { within: "[role=treegrid]", key: "ArrowDown" },
};

async function walk(page: Page, target: Locator, key: string | undefined): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const way = await target.evaluate((element, isInside) => {
      const { activeElement } = document;
      if (element === activeElement || (!isInside && element.contains(activeElement))) return "there";
      const isBefore =
        (activeElement?.compareDocumentPosition(element) ?? 0) & Node.DOCUMENT_POSITION_PRECEDING;
      return isBefore === 0 ? "on" : "back";
    }, key !== undefined);
    if (way === "there") return;
    await page.keyboard.press(key ?? (way === "on" ? "Tab" : "Shift+Tab"));
  }
  throw new Error(`the keyboard did not reach ${target.toString()} in ${MOST_STEPS} steps`);
}
