/** How a control that takes input looks; text fields, selects and the combobox share it. */

/** Border, ground and states; the caller adds the height. */
export const CONTROL_CLASS =
  "w-full min-w-0 rounded-control border border-line-strong bg-surface px-3 py-2 text-body text-ink shadow-control " +
  "placeholder:text-ink-faint hover:border-ink-soft disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-faint " +
  "aria-invalid:border-2 aria-invalid:border-critical read-only:not-[select]:bg-sunken";

/** One line high; a comfortable target on touch screens. */
export const CONTROL_HEIGHT = "min-h-10 pointer-coarse:min-h-11";
