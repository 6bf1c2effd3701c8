/** For when what had the focus is gone: a keyboard and a reader go on where the content begins. */
export function focusContent(): void {
  document.querySelector<HTMLElement>("#content")?.focus({ preventScroll: true });
}
