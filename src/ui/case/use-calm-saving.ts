/** Whether all is kept, said calmly: while a run is written several times a second it is being saved, not now and now not. */
import { useEffect, useState } from "react";
import type { CaseSession, Saving } from "../../workbench/case-session/case-session.ts";

/** So long nothing new must have come before it is said that all is saved. */
const CALM_MS = 250;

/** "Saved" is never said too early, only a moment late. */
export function useCalmSaving({ store }: CaseSession): Saving {
  const [saving, setSaving] = useState(() => store.getState().saving);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = (next: Saving): void => {
      clearTimeout(timer);
      if (next.type === "saved") timer = setTimeout(() => setSaving(next), CALM_MS);
      else setSaving((last) => (last.type === "saving" && next.type === "saving" ? last : next));
    };
    follow(store.getState().saving);
    const stop = store.subscribe((live, before) => {
      if (live.saving !== before.saving) follow(live.saving);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store]);
  return saving;
}
