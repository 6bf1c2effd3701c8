/** The parts of the Models screen that another part leads to. */

export const PART_IDS = { pick: "install-from-disk", available: "available-models" } as const;

/** Shows a part and puts the focus on it, so that a keyboard goes on from there. */
export function goToPart(part: keyof typeof PART_IDS): void {
  const element = document.querySelector<HTMLElement>(`#${PART_IDS[part]}`);
  element?.scrollIntoView({ block: "start" });
  element?.focus({ preventScroll: true });
}
