/** Whether a case is open beside this page: as long as one is, nothing is downloaded here. */
import { createButton } from "./controls.ts";
import { element, setShown, setText } from "./element.ts";
import { lockWords, pageText } from "./text/page.ts";
import { type VaultLockState, holdVaultLock } from "./vault-lock.ts";

export type VaultNotice = {
  readonly isHeld: () => boolean;
  /** Tries to take the lock where it is not held yet. */
  readonly check: () => Promise<void>;
};

type Locks = Pick<LockManager, "request"> | undefined;

/** Looks again whenever the person comes back to this page, and when they press the button. */
export function createVaultNotice(place: HTMLElement, locks: Locks, onChange: () => void): VaultNotice {
  let state: VaultLockState | undefined;
  const words = element("p", { role: "status" });
  const check = async () => {
    if (state === "held") return;
    const before = state;
    state = await holdVaultLock(locks);
    setText(words, lockWords[state]);
    place.dataset["state"] = state;
    setShown(again, state === "case-open");
    if (state !== before) onChange();
  };
  const again = createButton(pageText.checkAgain, () => void check());
  again.classList.add("justify-self-start");
  setShown(again, false);
  place.replaceChildren(words, again);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void check();
  });
  return { isHeld: () => state === "held", check };
}
