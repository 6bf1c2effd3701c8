/** What can be done with the picture: find, show less of it, put it in order, take it along. */

import { memo, Suspense, useState, type KeyboardEvent, type ReactElement } from "react";
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
import { useLatest } from "./use-latest.ts";

export type GraphToolbarProps = {
  readonly scene: Scene;
  readonly choice: GraphChoice;
  readonly cursor: NodeId | undefined;
  readonly onCursor: (id: NodeId) => void;
  readonly onTidy: () => void;
  readonly onUntidy: (() => void) | undefined;
  readonly readPicture: () => Omit<Picture, "palette">;
};

/** Wraps on a narrow screen. */
export function GraphToolbar(props: GraphToolbarProps): ReactElement {
  const { scene, choice, cursor, onCursor, onTidy, onUntidy, readPicture } = props;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <FindField scene={scene} cursor={cursor} onCursor={onCursor} />
      <Choices choice={choice} />
      <Acts
        clear={choice.isFiltered ? choice.clear : undefined}
        shown={scene.index.places.size}
        all={scene.nodes.size}
        onTidy={onTidy}
        onUntidy={onUntidy}
        readPicture={readPicture}
      />
    </div>
  );
}

const Choices = memo(function Choices({ choice }: ChoiceProps): ReactElement {
  return (
    <>
      <FocusChoice choice={choice} />
      <StageChoice choice={choice} />
      <MarksChoice choice={choice} />
    </>
  );
});

type ActsProps = Pick<GraphToolbarProps, "onTidy" | "onUntidy" | "readPicture"> & {
  readonly clear: (() => void) | undefined;
  readonly shown: number;
  readonly all: number;
};

const Acts = memo(function Acts(props: ActsProps): ReactElement {
  const { clear, shown, all, onTidy, onUntidy, readPicture } = props;
  return (
    <div className="flex flex-wrap gap-1">
      {clear !== undefined && (
        <Button size="small" tone="primary" onClick={clear}>
          {graphText.shownOf(shown, all)}
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
        <SavePicture readPicture={readPicture} />
      </Suspense>
    </div>
  );
});

type ChoiceProps = { readonly choice: GraphChoice };

/** Of the hypotheses the first in rank are offered here; each of the others by its own card. */
const MOST_OFFERED = 40;

function FocusChoice({ choice }: ChoiceProps): ReactElement {
  const ranking = useFacts((facts) => facts.ranking);
  const { focus } = choice.filter;
  const other = useFacts(({ graph }) => (focus === undefined ? undefined : graph.nodes.get(focus)));
  const hypotheses = ranking.slice(0, MOST_OFFERED).map(({ hypothesis: { id, text } }) => ({
    id,
    label: graphText.reasonsOf(text),
  }));
  // Whatever else there is can be in focus too.
  const isListed = other === undefined || hypotheses.some(({ id }) => id === focus);
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
  const goOn = useLatest((event: KeyboardEvent): void => {
    const next = found[(at + 1) % found.length];
    if (event.key !== "Enter" || next === undefined) return;
    event.preventDefault();
    goTo(next);
  });
  return (
    <div className="relative w-44 max-w-full grow basis-40">
      <FindInput words={words} onWords={setWords} onKeyDown={goOn} />
      <output className="pointer-events-none absolute end-2 top-2.5 bg-surface ps-1 text-small text-ink-soft">
        {words.trim() === "" ? "" : graphText.found(at + 1, found.length)}
      </output>
    </div>
  );
}

type FindInputProps = {
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

const FindInput = memo(function FindInput({ words, onWords, onKeyDown }: FindInputProps): ReactElement {
  return (
    <PatientTextField
      label={graphText.search}
      isLabelHidden
      value={words}
      placeholder={graphText.search}
      onChange={(event) => onWords(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
});
