/** A note that stands out of the text. The tone is also said in a word and drawn as an icon. */

import type { ReactElement, ReactNode } from "react";
import { CautionIcon, CheckCircleIcon, CriticalIcon, InfoIcon } from "./icons/signs.tsx";
import { toneClass } from "./tone.ts";

export type CalloutTone = "info" | "positive" | "caution" | "critical";

export type CalloutProps = {
  readonly tone: CalloutTone;
  /** The tone as a word, such as "Caution"; heard, not seen. */
  readonly toneLabel: string;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** True when it appears by itself and must be heard at once. */
  readonly isAlert?: boolean;
};

const ICONS = {
  info: InfoIcon,
  positive: CheckCircleIcon,
  caution: CautionIcon,
  critical: CriticalIcon,
} as const satisfies Record<CalloutTone, unknown>;

/** Icon at the left, words at the right. */
export function Callout(props: CalloutProps): ReactElement {
  const { tone, toneLabel, title, children, actions, isAlert = false } = props;
  const ToneIcon = ICONS[tone];
  return (
    <div
      role={isAlert ? "alert" : "note"}
      className={`grid grid-cols-[auto_1fr] gap-x-3 rounded-panel border border-s-4 px-4 py-3 ${toneClass(tone)}`}
    >
      <span className="pt-px text-[1.25rem]">
        <ToneIcon />
      </span>
      <div className="min-w-0 text-ink">
        <span className="sr-only">{toneLabel}: </span>
        {title !== undefined && <p className="font-[600]">{title}</p>}
        {children !== undefined && <div className="text-ink-soft">{children}</div>}
        {actions !== undefined && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
