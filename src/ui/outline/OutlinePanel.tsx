/**
 * The outline: the graph as a tree and as a table, equal to the picture in content. It is the way for a screen reader
 * and what a phone shows first.
 */

import { useMemo, useState, type ReactElement } from "react";
import { useStore } from "zustand/react";
import { rankHypotheses } from "../../domain/argument/strength/strengths.ts";
import { buildOutline } from "../../workbench/graph-view/outline-tree.ts";
import { countUnread } from "../../workbench/graph-view/unread.ts";
import { AnsweredHere } from "../actions/AnsweredHere.tsx";
import { SelectedActions } from "../actions/SelectedActions.tsx";
import { useDesk, useFacts } from "../desk/use-desk.ts";
import { Hint } from "../kit/Hint.tsx";
import { Button } from "../kit/Button.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { GraphIcon } from "../kit/icons/places.tsx";
import { hintOf } from "../text/hints.ts";
import { outlineText } from "../text/outline.ts";
import { NewsOfArgument } from "./NewsOfArgument.tsx";
import { OutlineTable } from "./OutlineTable.tsx";
import { OutlineTree } from "./OutlineTree.tsx";

type View = "tree" | "table";

const VIEWS: readonly View[] = ["tree", "table"];

/** The whole outline of the branch that is shown. */
export function OutlinePanel(): ReactElement {
  const [view, setView] = useState<View>("tree");
  const isEmpty = useFacts(({ graph }) => graph.nodes.size === 0);
  return (
    <section aria-label={outlineText.title} className="grid grid-cols-1 gap-3">
      <NewsOfArgument />
      {isEmpty ? (
        <EmptyState icon={<GraphIcon />} title={outlineText.emptyTitle} headingLevel={3}>
          {outlineText.emptyExplanation}
        </EmptyState>
      ) : (
        <>
          <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
            <ViewChoice view={view} onChoose={setView} />
            <span className="flex">
              <Hint isNamed {...hintOf("strength")} />
              <Hint isNamed {...hintOf("leader")} />
            </span>
          </div>
          <Unread />
          <Selected />
          {view === "tree" ? <TreeView /> : <OutlineTable />}
        </>
      )}
    </section>
  );
}

/** Stays in sight while the tree below it is walked through. */
function Selected(): ReactElement {
  return (
    <div className="sticky top-0 z-10 grid max-h-[60dvh] grid-cols-1 gap-3 overflow-y-auto rounded-panel border border-line bg-surface p-3 empty:hidden">
      <SelectedActions />
      <AnsweredHere />
    </div>
  );
}

function TreeView(): ReactElement {
  const strengths = useFacts((facts) => facts.strengths);
  const groups = useMemo(() => buildOutline(strengths.graph, rankHypotheses(strengths)), [strengths]);
  const selected = useStore(useDesk().selection, (selection) => selection.selected);
  const isNamed = selected.type === "node" || selected.type === "edge";
  return (
    <>
      <p className="text-small text-ink-soft pointer-coarse:sr-only">{outlineText.treeHelp}</p>
      <OutlineTree groups={groups} selectedId={isNamed ? selected.id : undefined} />
    </>
  );
}

function Unread(): ReactElement | undefined {
  const unread = useFacts(({ live }) => countUnread(live));
  return unread === 0 ? undefined : <p className="text-small text-caution">{outlineText.unread(unread)}</p>;
}

function ViewChoice(props: { readonly view: View; readonly onChoose: (view: View) => void }): ReactElement {
  const { view, onChoose } = props;
  return (
    <fieldset aria-label={outlineText.view} className="flex gap-1">
      {VIEWS.map((each) => (
        <Button
          key={each}
          size="small"
          tone={each === view ? "primary" : "neutral"}
          aria-pressed={each === view}
          onClick={() => onChoose(each)}
        >
          {outlineText[each]}
        </Button>
      ))}
    </fieldset>
  );
}
