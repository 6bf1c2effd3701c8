/** A whole row of the outline in one line, for a screen reader and for finding by typing. */
import type { OutlineEntry } from "../../workbench/graph-view/outline-tree.ts";
import { sayMarks, sayStrength, sayWeight } from "../answers/say-node.ts";
import type { Argument } from "../desk/use-argument.ts";
import { kindWords, linkWords } from "../text/dialogue.ts";
import { outlineText } from "../text/outline.ts";

/** What the row does to the one above, its kind, its words, its strength and its marks. */
export function sayEntry(argument: Argument, { node, link, isRepeat }: OutlineEntry): string {
  const weight = link && sayWeight(link);
  const parts = [
    `${kindWords[node.kind]}: ${node.text}`,
    sayStrength(argument, node.id),
    ...sayMarks(argument, node),
    weight === undefined ? undefined : outlineText.weight(weight),
    isRepeat ? outlineText.repeat : undefined,
  ];
  const said = parts.filter((part) => part !== undefined).join(", ");
  return link === undefined ? said : `${linkWords(link)}: ${said}`;
}
