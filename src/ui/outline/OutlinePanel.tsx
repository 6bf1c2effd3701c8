/**
 * The outline: the graph as a tree and as a table, equal to the picture in content. It is the way for a screen reader
 * and what a phone shows first.
 */

import { useState, type ReactElement } from "react";
import { useStore } from "zustand/react";
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
import { OutlineTools } from "./OutlineTools.tsx";
import { OutlineTree } from "./OutlineTree.tsx";
import { SelectedLinks } from "./SelectedLinks.tsx";
import { useOutlineView, type OutlineView } from "./use-outline-view.ts";

type Form = "tree" | "table";

const FORMS: readonly Form[] = ["tree", "table"];

/** The whole outline of the branch that is shown. */
export function OutlinePanel(): ReactElement {
  const isEmpty = useFacts(({ graph }) => graph.nodes.size === 0);
  return (
    <section aria-label={outlineText.title} className="grid grid-cols-1 gap-3">
      <NewsOfArgument />
      {isEmpty ? (
        <EmptyState icon={<GraphIcon />} title={outlineText.emptyTitle} headingLevel={3}>
          {outlineText.emptyExplanation}
        </EmptyState>
      ) : (
        <Outline />
      )}
    </section>
  );
}

function Outline(): ReactElement {
  const [form, setForm] = useState<Form>("tree");
  const view = useOutlineView();
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <FormChoice form={form} onChoose={setForm} />
        <span className="flex">
          <Hint isNamed {...hintOf("strength")} />
          <Hint isNamed {...hintOf("leader")} />
        </span>
      </div>
      <OutlineTools view={view} />
      <Unread />
      <Selected />
      {view.groups.length === 0 && <NothingFits view={view} />}
      {form === "tree" ? <TreeView view={view} /> : <OutlineTable filter={view.filter} />}
    </>
  );
}

function NothingFits({ view: { chooseKind, chooseStale } }: ViewProps): ReactElement {
  const showAll = (): void => {
    chooseKind(undefined);
    chooseStale(false);
  };
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p className="text-ink-soft">{outlineText.nothingFits}</p>
      <Button size="small" onClick={showAll}>
        {outlineText.showAll}
      </Button>
    </div>
  );
}

/** Stays in sight while the tree below it is walked through. */
function Selected(): ReactElement {
  return (
    <div className="sticky top-0 z-10 grid max-h-[60dvh] grid-cols-1 gap-3 overflow-y-auto rounded-panel border border-line bg-surface p-3 empty:hidden">
      <SelectedActions />
      <SelectedLinks />
      <AnsweredHere />
    </div>
  );
}

type ViewProps = { readonly view: OutlineView };

function TreeView({ view: { groups } }: ViewProps): ReactElement {
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

function FormChoice(props: { readonly form: Form; readonly onChoose: (form: Form) => void }): ReactElement {
  const { form, onChoose } = props;
  return (
    <fieldset aria-label={outlineText.view} className="flex gap-1">
      {FORMS.map((each) => (
        <Button
          key={each}
          size="small"
          tone={each === form ? "primary" : "neutral"}
          aria-pressed={each === form}
          onClick={() => onChoose(each)}
        >
          {outlineText[each]}
        </Button>
      ))}
    </fieldset>
  );
}
