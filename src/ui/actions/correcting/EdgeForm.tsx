/** What a link does and how much it counts, corrected. Its ends stay what they are. */

import type { ReactElement } from "react";
import type { ArgumentEdge } from "../../../domain/argument/graph.ts";
import { moveOfEdge, offerMoves, toEdge } from "../../../domain/argument/offered-moves.ts";
import { useFacts } from "../../desk/use-desk.ts";
import { useDraft } from "../correcting.ts";
import { FormFrame } from "./FormFrame.tsx";
import { MoveChoice } from "./MoveChoice.tsx";
import { WeightSlider } from "./StrengthSlider.tsx";
import { useApply } from "./use-apply.ts";

export type EdgeFormProps = { readonly draftKey: string; readonly edge: ArgumentEdge };

/** Nothing to apply until something is other than it was. */
export function EdgeForm({ draftKey, edge }: EdgeFormProps): ReactElement {
  const graph = useFacts((facts) => facts.graph);
  const before = "weight" in edge ? edge.weight : 1;
  const draft = useDraft(draftKey, { move: moveOfEdge(edge), weight: before });
  const { move, weight } = draft.values;
  const { id, from, to } = edge;
  const isChanged = move !== moveOfEdge(edge) || weight !== before;
  const changed = move === undefined || !isChanged ? undefined : editEdge(edge, move, weight);
  const applying = useApply(changed && { type: "edit-edge", edge: changed }, draft);
  return (
    <FormFrame draft={draft} applying={applying} isReady={isChanged}>
      <MoveChoice
        offer={offerMoves(graph, from, to, id)}
        move={move}
        onChange={(chosen) => draft.change({ move: chosen })}
      />
      {move !== "derives" && (
        <WeightSlider value={weight} onChange={(value) => draft.change({ weight: value })} />
      )}
    </FormFrame>
  );
}

/** A scheme licensed what the link did; what it does otherwise now has none yet. */
function editEdge(
  edge: ArgumentEdge,
  move: NonNullable<ReturnType<typeof moveOfEdge>>,
  weight: number,
): ArgumentEdge {
  const { id, from, to, rationale, scheme } = edge;
  const isSameMove = move === moveOfEdge(edge);
  return {
    ...toEdge(move, { id, from, to, weight }),
    ...(rationale === undefined ? {} : { rationale }),
    ...(scheme === undefined || !isSameMove ? {} : { scheme }),
  };
}
