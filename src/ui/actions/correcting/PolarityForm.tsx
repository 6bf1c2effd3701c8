/** Whether a finding is there, and what becomes of what was argued from it. */

import type { ReactElement } from "react";
import type { FindingNode, Polarity } from "../../../domain/argument/graph.ts";
import {
  draftPolarity,
  usualFate,
  type LinkFate,
} from "../../../workbench/case-session/polarity-correction.ts";
import { useFacts } from "../../desk/use-desk.ts";
import { RadioGroup } from "../../kit/RadioGroup.tsx";
import { correctionText, fateWords, polarityWords } from "../../text/corrections.ts";
import { useDraft } from "../correcting.ts";
import { FormFrame } from "./FormFrame.tsx";
import { useApply } from "./use-apply.ts";

export type PolarityFormProps = { readonly draftKey: string; readonly node: FindingNode };

export const POLARITIES: readonly Polarity[] = ["present", "absent", "normal", "unknown"];
const FATES: readonly LinkFate[] = ["retract", "turn", "keep"];

/** The links are only asked about where there are some. */
export function PolarityForm({ draftKey, node }: PolarityFormProps): ReactElement {
  const graph = useFacts((facts) => facts.graph);
  const draft = useDraft(draftKey, { polarity: node.polarity });
  const { polarity } = draft.values;
  const isChanged = polarity !== node.polarity;
  const fate = draft.values.fate ?? usualFate(node.polarity, polarity);
  const links = [...graph.edges.values()].filter(({ from }) => from === node.id).length;
  const applying = useApply(isChanged ? draftPolarity(graph, node, polarity, fate) : undefined, draft);
  return (
    <FormFrame draft={draft} applying={applying} isReady={isChanged}>
      <RadioGroup
        isRow
        label={correctionText.polarity}
        options={POLARITIES.map((id) => ({ id, label: polarityWords[id].label }))}
        selectedId={polarity}
        onSelect={(id) => draft.change({ polarity: POLARITIES.find((each) => each === id) ?? polarity })}
      />
      <p className="text-small text-ink-soft">{polarityWords[polarity].help}</p>
      {isChanged && links > 0 && (
        <div className="grid gap-1.5">
          <p className="text-small text-ink-soft">{correctionText.linkCount(links)}</p>
          <RadioGroup
            label={correctionText.links}
            options={FATES.map((id) => ({ id, ...fateWords[id] }))}
            selectedId={fate}
            onSelect={(id) => draft.change({ fate: FATES.find((each) => each === id) })}
          />
        </div>
      )}
    </FormFrame>
  );
}
