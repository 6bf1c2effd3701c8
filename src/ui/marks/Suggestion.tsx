/** What a mark suggests instead, as a difference, and the press that makes it a correction. */

import type { ReactElement } from "react";
import { readTargetText } from "../../domain/record/anchors.ts";
import type { AnnotationState } from "../../domain/record/case-state.ts";
import { draftSuggestion, type Suggested } from "../../workbench/case-session/apply-suggestion.ts";
import type { Desk, Written } from "../../workbench/desk/desk.ts";
import { useDeskActions } from "../actions/desk-actions.ts";
import { useDesk, useFacts } from "../desk/use-desk.ts";
import { Button } from "../kit/Button.tsx";
import { Chip } from "../kit/Chip.tsx";
import { CheckIcon } from "../kit/icons/signs.tsx";
import { marksText } from "../text/marks.ts";
import { WordDiff } from "../common/WordDiff.tsx";

export type SuggestionProps = { readonly mark: AnnotationState };

/** Nothing where nothing is suggested. */
export function Suggestion({ mark }: SuggestionProps): ReactElement | null {
  const { annotation, anchor } = mark;
  // As text, so that a new object a frame is no new picture.
  const what = useFacts(({ live }) => draftSuggestion(live, mark)?.type ?? "none");
  const now = useFacts(({ live }) => readTargetText(live.view.state, { ...annotation, branch: live.branch }));
  if (annotation.suggestion === undefined) return null;
  const isAnchored = anchor.type === "anchored";
  const before = annotation.target.quote === "" && isAnchored ? (now ?? "") : annotation.target.quote;
  return (
    <div className="grid grid-cols-1 gap-1.5 rounded-control border border-line bg-sunken/60 px-3 py-2 text-small">
      <WordDiff before={before} after={annotation.suggestion} />
      {isAnchored && <Apply mark={mark} what={what} />}
    </div>
  );
}

function Apply({
  mark,
  what,
}: SuggestionProps & { readonly what: Suggested["type"] | "none" }): ReactElement {
  const desk = useDesk();
  const { settle, say, isWritable } = useDeskActions();
  if (what === "none") return <p className="text-ink-soft">{marksText.notApplicable}</p>;
  if (what === "applied") {
    return (
      <div>
        <Chip tone="positive" icon={<CheckIcon />}>
          {marksText.applied}
        </Chip>
      </div>
    );
  }
  const apply = async (): Promise<void> => {
    const written = applyTo(desk, mark);
    if (written !== undefined && (await settle(written))) say(marksText.appliedNews);
  };
  return (
    <div>
      <Button size="small" disabled={!isWritable} onClick={() => void apply()}>
        {marksText.apply}
      </Button>
    </div>
  );
}

function applyTo(desk: Desk, mark: AnnotationState): Written | undefined {
  const suggested = draftSuggestion(desk.case.getState(), mark);
  if (suggested?.type === "correct") return desk.correct(suggested.correction);
  return suggested?.type === "revise-text" ? desk.reviseText(suggested.text) : undefined;
}
