/** What a person may do with a finding as it stands, each as the correction that it is. */
import { readBroughtBack } from "../../../domain/record/bring-back.ts";
import type { CaseFinding } from "../../../domain/record/case-findings.ts";
import type { Correction } from "../../../workbench/case-session/corrections.ts";
import type { DeskFacts } from "../../../workbench/desk/desk-facts.ts";
import { noteText } from "../../text/note.ts";

export type FindingAction = {
  readonly id: "polarity" | "critical" | "retract" | "bring-back";
  readonly label: string;
  /** Undefined where it cannot be done any more. */
  readonly correction: (facts: Pick<DeskFacts, "branch">) => Correction | undefined;
};

/** Two for a finding that stands, and the way back for one that does not. */
export function readFindingActions({ node, standing }: CaseFinding): readonly FindingAction[] {
  if (standing === "retracted") {
    const bringBack = ({ branch }: Pick<DeskFacts, "branch">): Correction | undefined => {
      const back = branch === undefined ? undefined : readBroughtBack(branch, node.id);
      return back === undefined ? undefined : { type: "add", ...back };
    };
    return [{ id: "bring-back", label: noteText.bringBack, correction: bringBack }];
  }
  const polarity = node.polarity === "absent" ? "present" : "absent";
  return [
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
