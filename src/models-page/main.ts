/** The script of the separate model page. It imports nothing of the workbench: a test and the compiler see to it. */
import { type VaultLockState, holdVaultLock } from "./vault-lock.ts";

const WORDS = {
  held: "No case is open in this browser. This page keeps the vault locked until you leave it.",
  "case-open": "A case is open in another tab. Close or lock it there, then reload this page.",
  unsupported:
    "This browser cannot lock the vault against this page. Use a current Chrome, Edge, Firefox or Safari.",
} as const satisfies Record<VaultLockState, string>;

guardNavigation();
const theme = readTheme();
if (theme !== null && theme !== "system") document.documentElement.dataset["theme"] = theme;
const state = await holdVaultLock("locks" in navigator ? navigator.locks : undefined);
document.querySelector("#lock-state")?.replaceChildren(WORDS[state]);

function readTheme(): string | null {
  try {
    return localStorage.getItem("curbside-theme");
  } catch {
    return null;
  }
}

/** This page's policy lets it reach model hosts, but nobody leaves for one: a host could redirect to anywhere. */
function guardNavigation(): void {
  if (!("navigation" in globalThis)) return;
  navigation.addEventListener("navigate", (event) => {
    if (new URL(event.destination.url).origin !== location.origin) event.preventDefault();
  });
}
