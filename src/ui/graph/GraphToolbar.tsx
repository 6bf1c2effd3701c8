/** What can be done with the picture: find, one hypothesis only, zoom, order. */

import { useReactFlow } from "@xyflow/react";
import { useState, type KeyboardEvent, type ReactElement } from "react";
import type { NodeId } from "../../domain/argument/graph.ts";
import { rankHypotheses } from "../../domain/argument/strength/strengths.ts";
import { findByWords } from "../../workbench/graph-view/find-words.ts";
import type { Scene } from "../../workbench/graph-view/scene.ts";
import { useArgument } from "../desk/use-argument.ts";
import { Button } from "../kit/Button.tsx";
import { PatientTextField } from "../kit/PatientTextField.tsx";
import { Select } from "../kit/Select.tsx";
import { graphText } from "../text/graph.ts";
import { useShowAll } from "./use-fit.ts";
import { useGoTo } from "./use-graph-keys.ts";

export type GraphToolbarProps = {
  readonly scene: Scene;
  readonly focus: NodeId | undefined;
  readonly onFocus: (id: NodeId | undefined) => void;
  readonly cursor: NodeId | undefined;
  readonly onCursor: (id: NodeId) => void;
  readonly onTidy: () => void;
};

/** Wraps on a narrow screen. */
export function GraphToolbar(props: GraphToolbarProps): ReactElement {
  const { scene, focus, onFocus, cursor, onCursor, onTidy } = props;
  const { zoomIn, zoomOut } = useReactFlow();
  const { strengths } = useArgument();
  const showAll = useShowAll(scene);
  const options = rankHypotheses(strengths).map(({ hypothesis: { id, text } }) => ({ id, label: text }));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <FindField scene={scene} cursor={cursor} onCursor={onCursor} />
      <div className="w-44 max-w-full">
        <Select
          label={graphText.focus}
          isLabelHidden
          options={[{ id: "", label: graphText.everything }, ...options]}
          selectedId={focus ?? ""}
          onSelect={(id) => onFocus(id === "" ? undefined : id)}
        />
      </div>
      <div className="flex flex-wrap gap-1">
        <Button size="small" onClick={() => void zoomOut()} aria-label={graphText.zoomOut}>
          −
        </Button>
        <Button size="small" onClick={() => void zoomIn()} aria-label={graphText.zoomIn}>
          +
        </Button>
        <Button size="small" onClick={showAll}>
          {graphText.fit}
        </Button>
        <Button size="small" onClick={onTidy}>
          {graphText.tidy}
        </Button>
      </div>
    </div>
  );
}

function FindField(props: Pick<GraphToolbarProps, "scene" | "cursor" | "onCursor">): ReactElement {
  const { scene, cursor, onCursor } = props;
  const [words, setWords] = useState("");
  const goTo = useGoTo(scene, onCursor);
  const found = findByWords(scene.nodes.values(), words);
  const at = cursor === undefined ? -1 : found.indexOf(cursor);
  const goOn = (event: KeyboardEvent): void => {
    const next = found[(at + 1) % found.length];
    if (event.key !== "Enter" || next === undefined) return;
    event.preventDefault();
    goTo(next);
  };
  return (
    <div className="relative w-44 max-w-full">
      <PatientTextField
        label={graphText.search}
        isLabelHidden
        value={words}
        placeholder={graphText.search}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={goOn}
      />
      <output className="pointer-events-none absolute end-2 top-2.5 bg-surface ps-1 text-small text-ink-soft">
        {words.trim() === "" ? "" : graphText.found(at + 1, found.length)}
      </output>
    </div>
  );
}
