/** Where one is in the history of the case, and the ways to every other moment of it. */

import { type ReactElement, useEffect, useId, useRef } from "react";
import { useDeskActions } from "../actions/desk-actions.ts";
import { useDesk, useIsLookingBack } from "../desk/use-desk.ts";
import { useHistory, type History } from "../desk/use-history.ts";
import { useIsRunning } from "../desk/use-run.ts";
import { Button } from "../kit/Button.tsx";
import { IconButton } from "../kit/IconButton.tsx";
import { momentWords, timeText } from "../text/time.ts";
import { BackIcon, FirstIcon, ForwardIcon, HistoryIcon } from "./time-icons.tsx";

/** Nothing while the case is shown as it stands. */
export function HistoryBar(): ReactElement | null {
  return useIsLookingBack() ? <Bar /> : null;
}

/** Stays in sight while the page scrolls: whoever looks at the past always sees that, and the way back. */
function Bar(): ReactElement {
  const history = useHistory();
  const isRunning = useIsRunning();
  const { moments, place } = history;
  const moment = moments[place];
  const words = moment === undefined ? timeText.nothingYet : momentWords(moment);
  return (
    <section
      aria-label={timeText.bar}
      className="sticky top-11 z-20 max-sm:top-16 grid grid-cols-1 gap-x-4 gap-y-1.5 rounded-panel border border-caution-line bg-caution-soft px-3 py-2 shadow-raised"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Steps history={history} />
        <Slider history={history} words={words} />
        <ReturnToNow />
      </div>
      <p className="flex min-w-0 flex-wrap items-baseline gap-x-2 text-small">
        <span className="inline-flex items-center gap-1.5 font-[600] whitespace-nowrap text-caution tabular-nums">
          <HistoryIcon />
          {timeText.place(place + 1, moments.length)}
        </span>
        <span className="line-clamp-2 min-w-0 flex-1 basis-60 wrap-anywhere sm:line-clamp-1">{words}</span>
        <span className="text-ink-soft max-sm:sr-only">{isRunning ? timeText.runGoesOn : timeText.past}</span>
      </p>
    </section>
  );
}

/** What a button leads to is said aloud; the slider says it itself. */
function Steps({ history: { moments, place, go } }: { readonly history: History }): ReactElement {
  const { say } = useDeskActions();
  const press = (next: number): void => {
    go(next);
    const moment = moments[next];
    if (moment !== undefined) say(timeText.momentAt(next + 1, moments.length, momentWords(moment)));
  };
  const isFirst = place <= 0;
  const isLast = place >= moments.length - 1;
  return (
    <span className="flex">
      <Step label={timeText.first} icon={<FirstIcon />} isOver={isFirst} onPress={() => press(0)} />
      <Step label={timeText.back} icon={<BackIcon />} isOver={isFirst} onPress={() => press(place - 1)} />
      <Step
        label={timeText.forward}
        icon={<ForwardIcon />}
        isOver={isLast}
        onPress={() => press(place + 1)}
      />
    </span>
  );
}

type StepProps = {
  readonly label: string;
  readonly icon: ReactElement;
  /** There is nothing further that way; the button keeps its focus. */
  readonly isOver: boolean;
  readonly onPress: () => void;
};

function Step({ label, icon, isOver, onPress }: StepProps): ReactElement {
  return (
    <IconButton
      size="small"
      label={label}
      icon={icon}
      aria-disabled={isOver || undefined}
      className={isOver ? "cursor-default! opacity-45" : ""}
      onClick={() => {
        if (!isOver) onPress();
      }}
    />
  );
}

/** The browser's own: arrows, Home, End and page keys work, and a screen reader says the moment. */
function Slider(props: { readonly history: History; readonly words: string }): ReactElement {
  const { history, words } = props;
  const { moments, place, go } = history;
  const slider = useRef<HTMLInputElement>(null);
  const id = useId();
  // Whoever opens the history goes on with the arrow keys.
  useEffect(() => slider.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {timeText.slider}
      </label>
      <input
        ref={slider}
        id={id}
        type="range"
        min={1}
        max={Math.max(1, moments.length)}
        value={place + 1}
        onChange={(event) => go(event.target.valueAsNumber - 1)}
        aria-valuetext={timeText.momentAt(place + 1, moments.length, words)}
        className="h-8 min-w-0 flex-1 basis-32 cursor-pointer accent-(--caution) pointer-coarse:h-11"
      />
    </>
  );
}

function ReturnToNow(): ReactElement {
  const desk = useDesk();
  const { say } = useDeskActions();
  return (
    <Button
      size="small"
      tone="primary"
      onClick={() => {
        desk.lookAt(undefined);
        say(timeText.atNow);
      }}
    >
      {timeText.now}
    </Button>
  );
}
