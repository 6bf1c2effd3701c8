/**
 * The tree of the outline. Everything begins open, also what arrives later, except lists that are too long to be read
 * through; what a person closes stays closed. Up and Down move, Right and Left open and close, typing finds, Enter or a
 * click selects.
 */

import { useEffect, useEffectEvent, useRef, useState, type ReactElement } from "react";
import { Button } from "react-aria-components/Button";
import { Collection } from "react-aria-components/Collection";
import { Tree, TreeItem, TreeItemContent } from "react-aria-components/Tree";
import {
  readEntries,
  type OutlineEntry,
  type OutlineGroup,
} from "../../workbench/graph-view/outline-tree.ts";
import { useArgument } from "../desk/use-argument.ts";
import { useDesk } from "../desk/use-desk.ts";
import { ChevronRightIcon } from "../kit/icons/arrows.tsx";
import { outlineGroupWords, outlineText } from "../text/outline.ts";
import { OutlineRow } from "./OutlineRow.tsx";
import { sayEntry } from "./say-entry.ts";

type TreeRow = {
  readonly key: string;
  readonly label: string;
  /** None for the heading of a group. */
  readonly entry: OutlineEntry | undefined;
  readonly canOpen: boolean;
  /** None while it is closed: rows that nobody sees cost as much as those that are seen. */
  readonly rows: readonly TreeRow[];
};

export type OutlineTreeProps = {
  readonly groups: readonly OutlineGroup[];
  /** The node or edge that is selected on the desk. */
  readonly selectedId: string | undefined;
};

const ROW_CLASS =
  "scroll-mt-56 scroll-mb-4 rounded-control text-body -outline-offset-2 hover:bg-hover data-selected:bg-accent-soft " +
  "contrast-more:data-selected:outline-2 contrast-more:data-selected:outline-accent " +
  "forced-colors:data-selected:outline-2 forced-colors:data-selected:outline-[Highlight]";

/** A list of more rows begins closed. */
const MOST_BEGIN_OPEN = 150;

/** One node is selected at a time; it may stand in several rows, of which the one that was pressed is marked. */
export function OutlineTree({ groups, selectedId }: OutlineTreeProps): ReactElement {
  const desk = useDesk();
  const argument = useArgument();
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const [pressed, setPressed] = useState<string>();
  const entries = groups.flatMap((group) => [...readEntries(group.entries)]);
  const sizes = new Map([
    ...groups.map((group) => [`group:${group.type}`, group.entries.length] as const),
    ...entries.map(({ key, reasons }) => [key, reasons.length] as const),
  ]);
  const beginsOpen = (key: string): boolean => (sizes.get(key) ?? 0) <= MOST_BEGIN_OPEN;
  const isOpen = (key: string): boolean => beginsOpen(key) !== turned.has(key);
  const toRows = (key: string, inside: readonly OutlineEntry[]): Pick<TreeRow, "canOpen" | "rows"> => ({
    canOpen: inside.length > 0,
    rows: isOpen(key) ? inside.map(toRow) : [],
  });
  const rows = groups.map((group): TreeRow => {
    const key = `group:${group.type}`;
    return { key, label: outlineGroupWords[group.type], entry: undefined, ...toRows(key, group.entries) };
  });
  const keys = [...sizes.keys()];
  const selected = findSelected(entries, selectedId, pressed);
  const tree = useRef<HTMLDivElement>(null);
  const show = useEffectEvent((id: string | undefined) => {
    // What was pressed here is in sight already.
    const isElsewhere = id !== undefined && selected !== undefined && selected !== pressed;
    if (isElsewhere) bringIntoSight(tree.current, selected);
  });
  useEffect(() => show(selectedId), [selectedId]);
  function toRow(entry: OutlineEntry): TreeRow {
    return {
      key: entry.key,
      label: sayEntry(argument, entry),
      entry,
      ...toRows(entry.key, entry.reasons),
    };
  }
  function press(key: string): void {
    const entry = entries.find((each) => each.key === key);
    if (entry === undefined) return;
    setPressed(key);
    desk.select({ type: "node", id: entry.node.id });
  }
  return (
    <Tree
      ref={tree}
      aria-label={outlineText.title}
      items={rows}
      expandedKeys={keys.filter(isOpen)}
      onExpandedChange={(open) => setTurned(new Set(keys.filter((key) => open.has(key) !== beginsOpen(key))))}
      selectionMode="single"
      // Arrows only move: what is selected lights up everywhere, and that is for Enter, Space or a click.
      selectionBehavior="toggle"
      disallowEmptySelection
      selectedKeys={selected === undefined ? [] : [selected]}
      onSelectionChange={(chosen) => {
        const [key] = chosen === "all" ? [] : chosen;
        if (key !== undefined) press(String(key));
      }}
      className="grid grid-cols-1 gap-px rounded-panel outline-none"
    >
      {drawRow}
    </Tree>
  );
}

/** Scrolls what holds the tree, and the page only where nothing else does. */
function bringIntoSight(tree: HTMLElement | null, key: string): void {
  const row = tree?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  if (row === undefined || row === null) return;
  const holder = findHolder(row);
  if (holder === undefined) return row.scrollIntoView({ block: "nearest" });
  const [inner, outer] = [row.getBoundingClientRect(), holder.getBoundingClientRect()];
  const middle = (outer.height - inner.height) / 2;
  const isHidden = inner.top < outer.top + COVERED_PIXELS || inner.bottom > outer.bottom;
  if (isHidden) holder.scrollBy({ top: inner.top - outer.top - middle });
  return undefined;
}

/** So much of the top lies below what is selected, which stays in sight there. */
const COVERED_PIXELS = 160;

function findHolder(row: HTMLElement): HTMLElement | undefined {
  for (let holder = row.parentElement; holder !== null; holder = holder.parentElement)
    if (/^(?:auto|scroll)$/u.test(getComputedStyle(holder).overflowY)) return holder;
  return undefined;
}

function findSelected(
  entries: readonly OutlineEntry[],
  id: string | undefined,
  pressed: string | undefined,
): string | undefined {
  // Without this, a row that no link leads to would pass for what is selected when nothing is.
  if (id === undefined) return undefined;
  const rows = entries.filter(({ node, link }) => node.id === id || link?.id === id);
  return (rows.find(({ key }) => key === pressed) ?? rows[0])?.key;
}

function drawRow({ key, label, entry, canOpen, rows }: TreeRow): ReactElement {
  return (
    <TreeItem id={key} textValue={label} hasChildItems={canOpen} className={ROW_CLASS}>
      <TreeItemContent>
        {({ hasChildItems, isExpanded, level }) => (
          <div
            className="flex items-start gap-1.5 py-1.5 pe-3 pointer-coarse:min-h-11"
            style={{ paddingInlineStart: `${Math.min(level - 1, 6) + 0.25}rem` }}
          >
            {hasChildItems ? (
              <Button
                slot="chevron"
                className="grid size-6 shrink-0 place-items-center rounded-small text-ink-soft"
              >
                <span className={`grid transition-transform ${isExpanded ? "rotate-90" : ""}`}>
                  <ChevronRightIcon />
                </span>
              </Button>
            ) : (
              <span className="w-6 shrink-0" />
            )}
            {entry === undefined ? <span className="font-[600]">{label}</span> : <OutlineRow entry={entry} />}
          </div>
        )}
      </TreeItemContent>
      <Collection items={rows}>{drawRow}</Collection>
    </TreeItem>
  );
}
