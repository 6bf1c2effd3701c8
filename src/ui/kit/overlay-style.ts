/** How everything that floats beside its trigger looks: popover, menu, list of a combobox. */

/** Ground, border, shadow and a short fade. */
export const FLOATING_CLASS =
  "z-50 max-w-[calc(100vw-1rem)] overflow-auto rounded-panel border border-line bg-raised shadow-raised transition-opacity " +
  "duration-100 data-entering:opacity-0 data-exiting:opacity-0 contrast-more:border-line-strong forced-colors:border-[CanvasText]";

/** One choice of a list that floats. */
export const CHOICE_CLASS =
  "grid min-h-9 cursor-default grid-cols-[1.25rem_1fr_auto] items-center gap-x-2 rounded-control px-2 py-1.5 text-body " +
  "outline-none select-none data-focused:bg-accent-soft data-focused:text-ink data-disabled:text-ink-faint " +
  "data-focus-visible:outline-2 data-focus-visible:outline-solid data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus " +
  "forced-colors:data-focused:outline-2 forced-colors:data-focused:outline-solid forced-colors:data-focused:-outline-offset-2 forced-colors:data-focused:outline-[Highlight] " +
  "pointer-coarse:min-h-11";
