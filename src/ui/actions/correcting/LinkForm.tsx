/** A link from one step to another that is picked by name, or was picked in the graph. */

import { useState, type ReactElement } from "react";
import type { ArgumentGraph, NodeId, TargetId } from "../../../domain/argument/graph.ts";
import { FAMILY_BY_KIND } from "../../../domain/argument/graph.ts";
import { offerMoves, toEdge } from "../../../domain/argument/offered-moves.ts";
import { sayLink } from "../../answers/say-node.ts";
import { useDesk, useFacts } from "../../desk/use-desk.ts";
import { Combobox, type ComboboxOption } from "../../kit/Combobox.tsx";
import { correctionText } from "../../text/corrections.ts";
import { kindWords } from "../../text/dialogue.ts";
import { useDraft } from "../correcting.ts";
import { FormFrame } from "./FormFrame.tsx";
import { MoveChoice } from "./MoveChoice.tsx";
import { WeightSlider } from "./StrengthSlider.tsx";
import { useApply } from "./use-apply.ts";

export type LinkFormProps = {
  readonly draftKey: string;
  readonly from: NodeId;
  readonly to: TargetId | undefined;
};

/** Steps and links can be pointed at; what is legal between the two decides what the link may do. */
export function LinkForm({ draftKey, from, to: given }: LinkFormProps): ReactElement {
  const desk = useDesk();
  const graph = useFacts((facts) => facts.graph);
  const [id] = useState(desk.newId);
  const draft = useDraft(draftKey, { to: given });
  const { to, weight } = draft.values;
  const offer = to === undefined ? undefined : offerMoves(graph, from, to, id);
  const move = offer?.legal.find((each) => each === draft.values.move) ?? offer?.legal[0];
  const edge = to === undefined || move === undefined ? undefined : toEdge(move, { id, from, to, weight });
  const applying = useApply(edge && { type: "link", edge }, draft);
  return (
    <FormFrame draft={draft} applying={applying} isReady={edge !== undefined}>
      <Combobox
        label={correctionText.to}
        help={correctionText.toHelp}
        noMatch={correctionText.noStep}
        options={targetOptions(graph, from)}
        selectedId={to}
        onSelect={(chosen) => draft.change({ to: chosen })}
      />
      {offer !== undefined && (
        <MoveChoice offer={offer} move={move} onChange={(chosen) => draft.change({ move: chosen })} />
      )}
      {move !== undefined && move !== "derives" && (
        <WeightSlider value={weight} onChange={(value) => draft.change({ weight: value })} />
      )}
    </FormFrame>
  );
}

/** Everything that can be pointed at, steps first. */
export function targetOptions(graph: ArgumentGraph, from?: NodeId): readonly ComboboxOption[] {
  const nodes = [...graph.nodes.values()].filter(
    ({ id, kind }) => id !== from && FAMILY_BY_KIND[kind] !== "talk",
  );
  const edges = [...graph.edges.values()].filter((edge) => "weight" in edge && edge.from !== from);
  return [
    ...nodes.map(({ id, kind, text }) => ({ id, label: text, description: kindWords[kind] })),
    ...edges.map((edge) => ({
      id: edge.id,
      label: sayLink(graph, edge),
      description: correctionText.link,
    })),
  ];
}
