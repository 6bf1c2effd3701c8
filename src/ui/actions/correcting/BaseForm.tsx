/** How well a step stands before any reason counts, corrected. */

import type { ReactElement } from "react";
import type { ArgumentNode } from "../../../domain/argument/graph.ts";
import { defaultBaseScore } from "../../../domain/argument/strength/base-scores.ts";
import { correctionText } from "../../text/corrections.ts";
import { useDraft } from "../correcting.ts";
import { FormFrame } from "./FormFrame.tsx";
import { BaseSlider } from "./StrengthSlider.tsx";
import { useApply } from "./use-apply.ts";

export type BaseFormProps = { readonly draftKey: string; readonly node: ArgumentNode };

/** Begins at what holds now: the step's own, or the usual one of its kind. */
export function BaseForm({ draftKey, node }: BaseFormProps): ReactElement {
  const before = node.baseScore ?? defaultBaseScore(node);
  const draft = useDraft(draftKey, { base: before });
  const baseScore = draft.values.base ?? before;
  const isChanged = baseScore !== before;
  const applying = useApply(
    isChanged ? { type: "edit-node", node: { ...node, baseScore } } : undefined,
    draft,
  );
  return (
    <FormFrame draft={draft} applying={applying} isReady={isChanged}>
      <BaseSlider label={correctionText.base} value={baseScore} onChange={(base) => draft.change({ base })} />
    </FormFrame>
  );
}
