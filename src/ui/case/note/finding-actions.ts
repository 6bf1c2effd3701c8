/** What a person may do with a finding as it stands, each as the correction that it is. */
import { readBroughtBack } from "../../../domain/record/bring-back.ts";
import type { FindingNode } from "../../../domain/argument/graph.ts";
import type { Sentence } from "../../../domain/case-text/sentences.ts";
import type { CaseFinding } from "../../../domain/record/case-findings.ts";
import type { Correction } from "../../../workbench/case-session/corrections.ts";
import { citationIn } from "./finding-draft.ts";
import type { DeskFacts } from "../../../workbench/desk/desk-facts.ts";
import { noteText } from "../../text/note.ts";

export type FindingAction = {
  readonly id: "cite" | "polarity" | "critical" | "retract" | "bring-back";
  readonly label: string;
  /** Undefined where it cannot be done any more. */
  readonly correction: (facts: Pick<DeskFacts, "branch">) => Correction | undefined;
};

/**
 * The way back for a finding that was retracted. One whose words in the note were corrected can be read again in the
 * sentence that is chosen there.
 */
export function readFindingActions(
  { node, standing, places }: CaseFinding,
  chosen: Sentence | undefined,
): readonly FindingAction[] {
  if (standing === "retracted") {
    const bringBack = ({ branch }: Pick<DeskFacts, "branch">): Correction | undefined => {
      const back = branch === undefined ? undefined : readBroughtBack(branch, node.id);
      return back === undefined ? undefined : { type: "add", ...back };
    };
    return [{ id: "bring-back", label: noteText.bringBack, correction: bringBack }];
  }
  const polarity = node.polarity === "absent" ? "present" : "absent";
  const isLost = places.some(({ state }) => state !== "current");
  const cite: readonly FindingAction[] =
    chosen === undefined || !isLost
      ? []
      : [
          {
            id: "cite",
            label: noteText.citeInstead(chosen.id),
            correction: () => ({ type: "edit-node", node: citeIn(node, chosen) }),
          },
        ];
  return [
    ...cite,
    {
      id: "polarity",
      label: noteText.markAs[polarity],
      correction: () => ({ type: "edit-node", node: { ...node, polarity } }),
    },
    {
      id: "critical",
      label: node.critical ? noteText.unmarkCritical : noteText.markCritical,
      correction: () => ({ type: "edit-node", node: { ...node, critical: !node.critical } }),
    },
    { id: "retract", label: noteText.retract, correction: () => ({ type: "retract-node", node: node.id }) },
  ];
}

function citeIn(node: FindingNode, sentence: Sentence): FindingNode {
  return { ...node, citations: [citationIn(sentence, node.text)] };
}
