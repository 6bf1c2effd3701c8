/** Elements in one expression: this page is small enough to need no framework, and shares none with the workbench. */

type Attributes = Readonly<Record<string, string | undefined>>;
export type Child = Node | string | undefined;

/** An element with attributes and children; what is undefined is left out. Text stays text. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** Writes a text only where it differs, so that nothing flickers and no screen reader starts over. */
export function setText(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}

/** Shows or hides. */
export function setShown(target: HTMLElement, isShown: boolean): void {
  target.hidden = !isShown;
}
