/** The few controls of this page, drawn with the workbench's tokens so that both look like one app. */
import { type Child, element, setText } from "./element.ts";

export type ButtonTone = "primary" | "neutral" | "danger";

const BUTTON =
  "inline-flex min-h-10 max-w-full items-center justify-center gap-2 rounded-control border px-4 py-1.5 text-body font-[560] " +
  "select-none transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-55 disabled:shadow-none " +
  "contrast-more:border-current pointer-coarse:min-h-11";

const BUTTON_TONES = {
  primary:
    "border-transparent forced-color-adjust-none bg-accent text-on-accent shadow-control hover:bg-accent-hover",
  neutral: "border-line-strong/60 bg-surface text-ink shadow-control hover:bg-hover",
  danger:
    "border-transparent forced-color-adjust-none bg-critical text-on-critical shadow-control hover:bg-critical-hover",
} as const satisfies Record<ButtonTone, string>;

/** A button with words; `label` says more where the words alone are said by several buttons. */
export function createButton(
  words: string,
  onPress: () => void,
  options: { readonly tone?: ButtonTone; readonly label?: string } = {},
): HTMLButtonElement {
  const { tone = "neutral", label } = options;
  const button = element(
    "button",
    { type: "button", class: `${BUTTON} ${BUTTON_TONES[tone]}`, "aria-label": label },
    words,
  );
  button.addEventListener("click", onPress);
  return button;
}

export type Tone = "neutral" | "positive" | "info" | "caution" | "critical";

const TONES = {
  neutral: "border-line bg-sunken text-ink-soft",
  positive: "border-positive-line bg-positive-soft text-positive",
  info: "border-info-line bg-info-soft text-info",
  caution: "border-caution-line bg-caution-soft text-caution",
  critical: "border-critical-line bg-critical-soft text-critical",
} as const satisfies Record<Tone, string>;

/** A small fact on one line. */
export function createChip(tone: Tone, words: string): HTMLElement {
  const look = "inline-flex max-w-full items-center rounded-full border px-2.5 py-0.5 text-small font-[540]";
  return element("span", { class: `${look} ${TONES[tone]}` }, words);
}

/** A note that stands out; its tone is also said as a word. */
export function createCallout(tone: Tone, toneWord: string, ...children: readonly Child[]): HTMLElement {
  return element(
    "div",
    {
      role: "note",
      class: `grid gap-2 rounded-panel border border-s-4 px-4 py-3 ${TONES[tone]}`,
    },
    element(
      "div",
      { class: "min-w-0 text-ink" },
      element("span", { class: "sr-only" }, `${toneWord}: `),
      ...children,
    ),
  );
}

export type Bar = {
  readonly element: HTMLElement;
  /** A share in [0, 1], and what it is in words. */
  readonly set: (share: number, words: string) => void;
};

/** How far something is. */
export function createBar(label: string): Bar {
  const fill = element("div", {
    class:
      "h-full rounded-full bg-accent forced-color-adjust-none transition-[width] duration-300 forced-colors:bg-[Highlight]",
  });
  const bar = element(
    "div",
    {
      role: "progressbar",
      "aria-label": label,
      "aria-valuemin": "0",
      "aria-valuemax": "100",
      class:
        "h-2.5 overflow-hidden rounded-full border border-line-strong/60 bg-sunken forced-colors:border-[CanvasText]",
    },
    fill,
  );
  return {
    element: bar,
    set: (share, words) => {
      const percent = Math.floor(Math.min(1, Math.max(0, share)) * 100);
      bar.setAttribute("aria-valuenow", String(percent));
      bar.setAttribute("aria-valuetext", words);
      fill.style.width = `${percent}%`;
    },
  };
}

export type FactRow = { readonly name: string; readonly value: string };

/** Named facts, two columns where there is room. */
export function createFacts(facts: readonly FactRow[]): HTMLElement {
  return element(
    "dl",
    { class: "grid gap-x-8 gap-y-1.5 sm:grid-cols-2" },
    ...facts.map(({ name, value }) =>
      element(
        "div",
        { class: "flex flex-wrap justify-between gap-x-4 border-b border-line/70 pb-1.5" },
        element("dt", { class: "text-ink-soft" }, name),
        element("dd", { class: "text-end tabular-nums" }, value),
      ),
    ),
  );
}

export type Announcer = (words: string) => void;

/** A polite live region that says each thing once. */
export function createAnnouncer(region: Element): Announcer {
  return (words) => setText(region, words);
}
