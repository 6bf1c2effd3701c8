/** What can be done with the picture: find, show less of it, put it in order, take it along. */

import { Suspense, useState, type KeyboardEvent, type ReactElement } from "react";
import type { NodeId } from "../../domain/argument/graph.ts";
import { findByWords } from "../../workbench/graph-view/find-words.ts";
import type { Scene } from "../../workbench/graph-view/scene.ts";
import { useFacts } from "../desk/use-desk.ts";
import { Button } from "../kit/Button.tsx";
import { PatientTextField } from "../kit/PatientTextField.tsx";
import { Select } from "../kit/Select.tsx";
import { stageWords } from "../text/dialogue.ts";
import { graphText, markChoiceWords } from "../text/graph.ts";
import type { Picture } from "./paint-scene.ts";
import { SavePicture } from "./late-parts.ts";
import type { GraphChoice, MarkChoice } from "./use-choice.ts";
import { useGoTo } from "./use-graph-keys.ts";

export type GraphToolbarProps = {
  readonly scene: Scene;
  readonly choice: GraphChoice;
  readonly cursor: NodeId | undefined;
  readonly onCursor: (id: NodeId) => void;
  readonly onTidy: () => void;
  readonly onUntidy: (() => void) | undefined;
  readonly picture: Omit<Picture, "palette">;
};

/** Wraps on a narrow screen. */
export function GraphToolbar(props: GraphToolbarProps): ReactElement {
  const { scene, choice, cursor, onCursor, onTidy, onUntidy, picture } = props;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <FindField scene={scene} cursor={cursor} onCursor={onCursor} />
      <FocusChoice choice={choice} />
      <StageChoice choice={choice} />
      <MarksChoice choice={choice} />
      <div className="flex flex-wrap gap-1">
        {choice.isFiltered && (
          <Button size="small" tone="primary" onClick={choice.clear}>
            {graphText.shownOf(scene.index.places.size, scene.nodes.size)}
          </Button>
        )}
        <Button size="small" onClick={onTidy}>
          {graphText.tidy}
        </Button>
        {onUntidy !== undefined && (
          <Button size="small" onClick={onUntidy}>
            {graphText.untidy}
          </Button>
        )}
        <Suspense>
          <SavePicture picture={picture} />
        </Suspense>
      </div>
    </div>
  );
}

type ChoiceProps = { readonly choice: GraphChoice };

function FocusChoice({ choice }: ChoiceProps): ReactElement {
  const ranking = useFacts((facts) => facts.ranking);
  const { focus } = choice.filter;
  const other = useFacts(({ graph }) => (focus === undefined ? undefined : graph.nodes.get(focus)));
  const hypotheses = ranking.map(({ hypothesis: { id, text } }) => ({
    id,
    label: graphText.reasonsOf(text),
  }));
  // A step that is no hypothesis can be in focus too.
  const isListed = other === undefined || ranking.some(({ hypothesis }) => hypothesis.id === focus);
  const more = isListed ? [] : [{ id: other.id, label: graphText.reasonsOf(other.text) }];
  return (
    <div className="w-40 max-w-full grow basis-36">
      <Select
        label={graphText.focus}
        isLabelHidden
        options={[{ id: "", label: graphText.everything }, ...hypotheses, ...more]}
        selectedId={focus ?? ""}
        onSelect={(id) => choice.setFocus(id === "" ? undefined : id)}
      />
    </div>
  );
}

const STAGES = [1, 2, 3] as const;

function StageChoice({ choice }: ChoiceProps): ReactElement {
  const options = STAGES.map((stage) => ({ id: String(stage), label: stageWords[stage] }));
  return (
    <div className="w-36 max-w-full">
      <Select
        label={graphText.stage}
        isLabelHidden
        options={[{ id: "", label: graphText.allStages }, ...options]}
        selectedId={String(choice.filter.stage ?? "")}
        onSelect={(id) => choice.setStage(STAGES.find((stage) => String(stage) === id))}
      />
    </div>
  );
}

const MARKS: readonly MarkChoice[] = ["all", "stale", "marked"];

/** Only where something is marked or out of date. */
function MarksChoice({ choice }: ChoiceProps): ReactElement | null {
  const hasMarks = useFacts(
    ({ branch, live }) => (branch?.stale.size ?? 0) > 0 || live.view.state.annotations.size > 0,
  );
  if (!hasMarks && choice.marks === "all") return null;
  return (
    <div className="w-36 max-w-full">
      <Select
        label={graphText.marks}
        isLabelHidden
        options={MARKS.map((id) => ({ id, label: markChoiceWords[id] }))}
        selectedId={choice.marks}
        onSelect={(id) => choice.setMarks(MARKS.find((each) => each === id) ?? "all")}
      />
    </div>
  );
}

function FindField(props: Pick<GraphToolbarProps, "scene" | "cursor" | "onCursor">): ReactElement {
  const { scene, cursor, onCursor } = props;
  const [words, setWords] = useState("");
  const goTo = useGoTo(scene, onCursor);
  const { places } = scene.index;
  const found =
    words.trim() === "" ? [] : findByWords(scene.nodes.values(), words).filter((id) => places.has(id));
  const at = cursor === undefined ? -1 : found.indexOf(cursor);
  const goOn = (event: KeyboardEvent): void => {
    const next = found[(at + 1) % found.length];
    if (event.key !== "Enter" || next === undefined) return;
    event.preventDefault();
    goTo(next);
  };
  return (
    <div className="relative w-44 max-w-full grow basis-40">
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
