/** Locks the vault when nobody is there in any tab, when the device slept, and when the browser freezes the page. */
import { useEffect, useState } from "react";
import { useServices } from "../services.ts";
import { createIdleWatch, type IdleState } from "../../workbench/vault/idle-watch.ts";

const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;
/** Tabs tell each other that somebody is there; no word of anything else. */
const CHANNEL = "curbside-presence";
const TELL_EVERY_MS = 5000;
const CHECK_EVERY_MS = 1000;

const ACTIVE: IdleState = { type: "active" };

/** What the notice shows; somebody who moves the pointer or presses a key is there. */
export function useIdleLock(minutes: number): IdleState {
  const { lockGuard, now } = useServices();
  const [state, setState] = useState<IdleState>(ACTIVE);
  useEffect(() => {
    const watch = createIdleWatch(minutes * 60_000, now());
    const channel = new BroadcastChannel(CHANNEL);
    let told = 0;
    let isOver = false;
    const lock = (because: "idle" | "suspend"): void => {
      if (isOver) return;
      isOver = true;
      void lockGuard.lock(because);
    };
    const check = (): void => {
      const next = watch.check(now(), document.hidden);
      if (next.type === "over") lock(next.because);
      setState((last) => (last.type === "active" && next.type === "active" ? last : next));
    };
    const notice = (): void => {
      const time = now();
      // A sign after a sleep comes before the next check: the sleep counts, not the sign.
      check();
      watch.touch(time);
      if (time - told < TELL_EVERY_MS) return;
      told = time;
      channel.postMessage("here");
    };
    const freeze = (): void => lock("suspend");
    const timer = setInterval(check, CHECK_EVERY_MS);
    channel.addEventListener("message", () => watch.touch(now()));
    for (const sign of SIGNS) document.addEventListener(sign, notice, { passive: true, capture: true });
    document.addEventListener("freeze", freeze);
    return () => {
      clearInterval(timer);
      channel.close();
      for (const sign of SIGNS) document.removeEventListener(sign, notice, { capture: true });
      document.removeEventListener("freeze", freeze);
    };
  }, [lockGuard, minutes, now]);
  return state;
}
