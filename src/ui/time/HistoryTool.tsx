/** The way into the history of a case: a button, and two keys that step back and forward from anywhere on it. */

import { useEffect, useEffectEvent, useRef } from "react";
import type { ReactElement } from "react";
import { useDeskActions } from "../actions/desk-actions.ts";
import { stepBy } from "../desk/use-history.ts";
import { useDesk, useIsLookingBack } from "../desk/use-desk.ts";
import { Button } from "../kit/Button.tsx";
import { momentWords, timeText } from "../text/time.ts";
import { HistoryIcon } from "./time-icons.tsx";

/** Pressed while one looks back; pressing it again returns to now. */
export function HistoryTool(): ReactElement {
  const desk = useDesk();
  const isLookingBack = useIsLookingBack();
  const button = useRef<HTMLButtonElement>(null);
  const wasLookingBack = useRef(false);
  useHistoryKeys();
  useEffect(() => {
    // The bar that had the focus is gone.
    const isLost = wasLookingBack.current && !isLookingBack && document.activeElement === document.body;
    if (isLost) button.current?.focus({ preventScroll: true });
    wasLookingBack.current = isLookingBack;
  }, [isLookingBack]);
  return (
    <Button
      ref={button}
      size="small"
      tone="quiet"
      icon={<HistoryIcon />}
      aria-pressed={isLookingBack}
      title={timeText.keys}
      className="max-sm:gap-0 aria-pressed:bg-accent-soft aria-pressed:text-accent"
      onClick={() => desk.lookAt(isLookingBack ? undefined : desk.session.store.getState().view.length)}
    >
      <span className="max-sm:sr-only">{timeText.history}</span>
    </Button>
  );
}

/** With Alt, because a letter alone would be pressed by mistake; by place, because the signs differ between keyboards. */
const STEPS: Readonly<Record<string, 1 | -1>> = { Comma: -1, Period: 1 };

function useHistoryKeys(): void {
  const desk = useDesk();
  const { say } = useDeskActions();
  const press = useEffectEvent((event: KeyboardEvent) => {
    const step = event.altKey && !event.ctrlKey && !event.metaKey ? STEPS[event.code] : undefined;
    if (step === undefined || event.defaultPrevented) return;
    event.preventDefault();
    const moment = stepBy(desk, step);
    if (moment !== undefined) say(momentWords(moment));
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
