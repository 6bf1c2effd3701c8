/** The way through a presentation, and what can be shown and hidden meanwhile. Slim, at the foot. */

import type { ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import { ArrowRightIcon, UndoIcon } from "../kit/icons/arrows.tsx";
import { CloseIcon } from "../kit/icons/signs.tsx";
import { presentText } from "../text/present.ts";
import type { PresentingKey } from "./use-presenting.ts";

export type PresentControlsProps = {
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isPointing: boolean;
  readonly areStrengthsHidden: boolean;
  readonly onAct: (key: PresentingKey) => void;
};

/** Named by what they do, so that a presenter who lost the keys finds them. */
export function PresentControls(props: PresentControlsProps): ReactElement {
  const { isFirst, isLast, isPointing, areStrengthsHidden, onAct } = props;
  return (
    <footer className="grid gap-1.5 border-t border-line bg-surface px-4 py-2 sm:px-6">
      <div role="toolbar" aria-label={presentText.controls} className="flex flex-wrap items-center gap-2">
        <Button
          size="small"
          tone="quiet"
          icon={<UndoIcon />}
          aria-disabled={isFirst || undefined}
          onClick={() => onAct("back")}
        >
          {presentText.back}
        </Button>
        <Button
          size="small"
          tone="primary"
          endIcon={<ArrowRightIcon />}
          aria-disabled={isLast || undefined}
          className={isLast ? "opacity-55" : ""}
          onClick={() => onAct("forward")}
        >
          {presentText.forward}
        </Button>
        <span className="flex flex-wrap gap-2 sm:ms-auto">
          <Toggle isOn={isPointing} label={presentText.pointer} onPress={() => onAct("pointer")} />
          <Toggle
            isOn={areStrengthsHidden}
            label={presentText.hideStrengths}
            onPress={() => onAct("strengths")}
          />
          <Button size="small" tone="quiet" icon={<CloseIcon />} onClick={() => onAct("leave")}>
            {presentText.leave}
          </Button>
        </span>
      </div>
      <p className="flex flex-wrap justify-between gap-x-6 text-fine text-ink-soft">
        <span>{presentText.label}</span>
        <span className="max-sm:hidden pointer-coarse:hidden">{presentText.keys}</span>
      </p>
    </footer>
  );
}

type ToggleProps = { readonly isOn: boolean; readonly label: string; readonly onPress: () => void };

function Toggle({ isOn, label, onPress }: ToggleProps): ReactElement {
  return (
    <Button
      size="small"
      aria-pressed={isOn}
      onClick={onPress}
      className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
    >
      {label}
    </Button>
  );
}
