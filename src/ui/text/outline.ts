/** Words of the outline: the graph as a tree and as a table. */
import type { OutlineGroupType } from "../../workbench/graph-view/outline-tree.ts";

export const outlineGroupWords = {
  hypotheses: "Hypotheses, strongest first",
  plan: "Plan",
  steps: "Steps of reasoning",
  evidence: "Findings and knowledge",
  talk: "Questions and remarks",
} as const satisfies Record<OutlineGroupType, string>;

export const outlineText = {
  title: "Outline of the argument",
  view: "Show the outline as",
  tree: "Tree",
  table: "Table",
  treeHelp: "Arrow keys move, right and left open and close, Enter selects.",
  emptyTitle: "No argument yet",
  emptyExplanation:
    "Start a run, or add a finding by hand. Hypotheses will be listed here with what speaks for and against each.",
  leading: "leading",
  mustNotMiss: "must not be missed",
  stale: "out of date",
  polarity: { absent: "absent", normal: "normal", unknown: "not known" },
  repeat: "its reasons are listed elsewhere in the tree",
  unread: (count: number) =>
    count === 1
      ? "1 line of the run could not be read as a step."
      : `${count} lines of the run could not be read as steps.`,
  weight: (words: string) => `link: ${words}`,
  find: "Find in the outline",
  found: (at: number, count: number) => (count === 0 ? "Nothing found" : `${at} of ${count}`),
  kinds: "Kinds that are shown",
  allKinds: "All kinds",
  onlyStale: (count: number) => `Out of date only (${count})`,
  showing: (count: number, all: number) => `Showing ${count} of ${amountOf(all, "step")}.`,
  nothingFits: "Nothing in the outline is like that.",
  showAll: "Show everything",
  itsLinks: (count: number) => (count === 1 ? "Its link" : `Its ${count} links`),
  itsEnds: "Go to",
  text: "What it says",
  kind: "Kind",
  strength: "Strength",
  cites: "Cites",
  links: "Links",
  marks: "Marks",
  sentence: (id: string) => `Sentence ${id.replace(/^s/u, "")}`,
  gone: "something that is no longer there",
  linkOf: (words: string) => `the link “${words}”`,
  arrived: (nodes: number, links: number) =>
    [amountOf(nodes, "node"), amountOf(links, "link")].join(" and ") + " in the argument.",
  leads: (name: string, strength: string) => `Leading: ${name}, ${strength}.`,
} as const;

function amountOf(count: number, name: string): string {
  return count === 1 ? `1 ${name}` : `${count} ${name}s`;
}
