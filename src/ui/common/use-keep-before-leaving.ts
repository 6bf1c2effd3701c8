/** Saves what is typed before the vault locks and when the tab is left; warns before the page is closed with unsaved text. */
import { useEffect, useRef } from "react";
import { useServices } from "../services.ts";

export type Keeping = {
  readonly isUnsaved: boolean;
  /** Called with what is on the screen at that moment. */
  readonly save: () => Promise<unknown>;
  /** Whether leaving the tab for another saves as well. */
  readonly savesWhenHidden: boolean;
};

/** Does nothing while nothing is unsaved. */
export function useKeepBeforeLeaving({ isUnsaved, save, savesWhenHidden }: Keeping): void {
  const { lockGuard } = useServices();
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const hide = () => {
      if (savesWhenHidden && document.hidden) void latest.current();
    };
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    const forget = lockGuard.beforeLock(() => latest.current());
    document.addEventListener("visibilitychange", hide);
    globalThis.addEventListener("beforeunload", warn);
    return () => {
      forget();
      document.removeEventListener("visibilitychange", hide);
      globalThis.removeEventListener("beforeunload", warn);
    };
  }, [isUnsaved, lockGuard, savesWhenHidden]);
}
