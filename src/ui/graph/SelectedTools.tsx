/** What the picture can do with what is selected: fold its reasons, show only them, light its paths, link from it. */

import { useMemo, type ReactElement } from "react";
import type { NodeId } from "../../domain/argument/graph.ts";
import { countReasons } from "../../workbench/graph-view/collapse.ts";
import type { PathWay } from "../../workbench/graph-view/paths.ts";
import { useFacts } from "../desk/use-desk.ts";
import { Button } from "../kit/Button.tsx";
import { Select } from "../kit/Select.tsx";
import { graphText, pathWords } from "../text/graph.ts";
import type { GraphChoice } from "./use-choice.ts";

export type SelectedToolsProps = {
  readonly id: string;
  readonly isNode: boolean;
  readonly choice: GraphChoice;
  readonly onLinkFrom: ((id: NodeId) => void) | undefined;
};

const WAYS: readonly PathWay[] = ["links", "behind", "ahead", "both"];
const WAY_OPTIONS = WAYS.map((id) => ({ id, label: pathWords[id] }));

/** On one line where there is room. */
export function SelectedTools({ id, isNode, choice, onLinkFrom }: SelectedToolsProps): ReactElement {
  const { filter, way, setWay, setFocus, toggleFold } = choice;
  const graph = useFacts((facts) => facts.graph);
  const reasons = useMemo(() => (isNode ? countReasons(graph, id) : 0), [graph, id, isNode]);
  const isFocused = filter.focus === id;
  const isFolded = filter.collapsed.has(id);
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <div className="w-40">
        <Select
          label={graphText.light}
          isLabelHidden
          options={WAY_OPTIONS}
          selectedId={way}
          onSelect={(chosen) => setWay(WAYS.find((each) => each === chosen) ?? "links")}
        />
      </div>
      {reasons > 0 && (
        <>
          <Button size="small" aria-pressed={isFocused} onClick={() => setFocus(isFocused ? undefined : id)}>
            {isFocused ? graphText.showAround : graphText.showOnly}
          </Button>
          <Button size="small" aria-expanded={!isFolded} onClick={() => toggleFold(id)}>
            {isFolded ? graphText.unfold(reasons) : graphText.foldCount(reasons)}
          </Button>
        </>
      )}
      {isNode && onLinkFrom !== undefined && (
        <Button size="small" onClick={() => onLinkFrom(id)}>
          {graphText.linkFromHere}
        </Button>
      )}
    </div>
  );
}
