/** How buttons look, shared by Button, ButtonLink and IconButton so that an action looks the same whatever it is made of. */

export type ButtonTone = "primary" | "neutral" | "quiet" | "danger";
export type ButtonSize = "small" | "medium" | "large";

const TONES = {
  primary:
    "border-transparent forced-color-adjust-none bg-accent text-on-accent shadow-control hover:bg-accent-hover active:bg-accent-hover aria-disabled:hover:bg-accent",
  neutral: "border-line-strong/60 bg-surface text-ink shadow-control hover:bg-hover active:bg-hover",
  quiet: "border-transparent text-ink-soft hover:bg-hover hover:text-ink active:bg-hover",
  danger:
    "border-transparent forced-color-adjust-none bg-critical text-on-critical shadow-control hover:bg-critical-hover active:bg-critical-hover aria-disabled:hover:bg-critical",
} as const satisfies Record<ButtonTone, string>;

const SHARED =
  "inline-flex max-w-full items-center justify-center gap-2 rounded-control border font-[560] no-underline select-none " +
  "transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-55 disabled:shadow-none " +
  "aria-disabled:cursor-progress contrast-more:border-current print:hidden";

const TEXT_SIZES = {
  small: "min-h-8 px-2.5 py-1 text-small pointer-coarse:min-h-11",
  medium: "min-h-10 px-4 py-1.5 text-body pointer-coarse:min-h-11",
  large: "min-h-12 px-5 py-2 text-lead",
} as const satisfies Record<ButtonSize, string>;

const SQUARE_SIZES = {
  small: "size-8 text-[1.125rem] pointer-coarse:size-11",
  medium: "size-10 text-[1.25rem] pointer-coarse:size-11",
  large: "size-12 text-[1.375rem]",
} as const satisfies Record<ButtonSize, string>;

/** Classes of a button that holds words. */
export function buttonClass(tone: ButtonTone, size: ButtonSize): string {
  return `${SHARED} ${TONES[tone]} ${TEXT_SIZES[size]}`;
}

/** Classes of a square button that holds one icon. */
export function iconButtonClass(tone: ButtonTone, size: ButtonSize): string {
  return `${SHARED} ${TONES[tone]} ${SQUARE_SIZES[size]}`;
}
