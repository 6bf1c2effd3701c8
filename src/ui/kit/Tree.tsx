/**
 * Things inside things. Up and Down move, Right opens, Left closes or goes to the parent, typing finds, Enter
 * chooses. Load it on demand.
 */

import type { ReactElement, ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Collection } from "react-aria-components/Collection";
import { Tree as AriaTree, TreeItem, TreeItemContent } from "react-aria-components/Tree";
import { ChevronRightIcon } from "./icons/arrows.tsx";

export type TreeNode = {
  readonly id: string;
  readonly label: string;
  /** Drawn before the label, such as a node's glyph. */
  readonly icon?: ReactNode;
  /** Drawn at the end of the line. */
  readonly note?: ReactNode;
  readonly children?: readonly TreeNode[];
};

export type TreeProps = {
  readonly label: string;
  readonly nodes: readonly TreeNode[];
  /** Ids that begin open. */
  readonly initiallyOpen?: readonly string[];
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string) => void;
};

const NONE: readonly string[] = [];

const ROW_CLASS =
  "rounded-control text-body -outline-offset-2 hover:bg-hover data-selected:bg-accent-soft " +
  "contrast-more:data-selected:outline-2 contrast-more:data-selected:outline-accent " +
  "forced-colors:data-selected:outline-2 forced-colors:data-selected:outline-[Highlight]";

/** One thing is chosen at a time. */
export function Tree({ label, nodes, initiallyOpen = NONE, selectedId, onSelect }: TreeProps): ReactElement {
  return (
    <AriaTree
      aria-label={label}
      items={nodes}
      defaultExpandedKeys={initiallyOpen}
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={selectedId === undefined ? [] : [selectedId]}
      onSelectionChange={(keys) => {
        const [key] = keys === "all" ? [] : keys;
        if (key !== undefined) onSelect(String(key));
      }}
      className="grid grid-cols-1 gap-px rounded-panel outline-none"
    >
      {treeRow}
    </AriaTree>
  );
}

function treeRow(node: TreeNode): ReactElement {
  return (
    <TreeItem id={node.id} textValue={node.label} className={ROW_CLASS}>
      <TreeItemContent>
        {({ hasChildItems, isExpanded, level }) => (
          <div
            className="flex min-h-9 items-center gap-2 py-1 pe-3 pointer-coarse:min-h-11"
            style={{ paddingInlineStart: `${(level - 1) * 1.375 + 0.375}rem` }}
          >
            {hasChildItems ? (
              <Button slot="chevron" className="grid size-6 place-items-center rounded-small text-ink-soft">
                <span className={`grid transition-transform ${isExpanded ? "rotate-90" : ""}`}>
                  <ChevronRightIcon />
                </span>
              </Button>
            ) : (
              <span className="w-6" />
            )}
            {node.icon}
            <span className="min-w-0 flex-1">{node.label}</span>
            {node.note !== undefined && <span className="text-small text-ink-soft">{node.note}</span>}
          </div>
        )}
      </TreeItemContent>
      <Collection items={node.children ?? []}>{treeRow}</Collection>
    </TreeItem>
  );
}
