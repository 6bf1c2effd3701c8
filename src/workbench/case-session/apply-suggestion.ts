/** A suggested correction as the change it asks for. */
import { anchorAnnotation, readTargetText } from "../../domain/record/anchors.ts";
import type { AnnotationState } from "../../domain/record/case-state.ts";
import type { CaseLive } from "./case-session.ts";
import type { Correction } from "./corrections.ts";

export type Suggested =
  | { readonly type: "correct"; readonly correction: Correction }
  | { readonly type: "revise-text"; readonly text: string }
  /** It says so already. */
  | { readonly type: "applied" };

/** What the mark's suggestion would do on the branch that is shown; undefined where what was written stays written. */
export function draftSuggestion(
  live: Pick<CaseLive, "view" | "branch">,
  { annotation }: Pick<AnnotationState, "annotation">,
): Suggested | undefined {
  const { suggestion } = annotation;
  const { state } = live.view;
  // A mark of the branch before stands elsewhere in words that were corrected here.
  const anchor = anchorAnnotation(state, { ...annotation, branch: live.branch });
  if (suggestion === undefined || anchor.type === "orphaned") return undefined;
  const branch = state.branches.get(live.branch);
  const target = { ...annotation.target, id: anchor.target };
  const text = readTargetText(state, { branch: live.branch, target });
  if (text === undefined) return undefined;
  if (text.slice(anchor.start, anchor.end) === suggestion) return { type: "applied" };
  const corrected = text.slice(0, anchor.start) + suggestion + text.slice(anchor.end);
  const [node, edge] = [branch?.nodes.get(target.id), branch?.edges.get(target.id)];
  if (target.type === "node" && node !== undefined)
    return { type: "correct", correction: { type: "edit-node", node: { ...node, text: corrected } } };
  if (target.type === "edge" && edge !== undefined)
    return { type: "correct", correction: { type: "edit-edge", edge: { ...edge, rationale: corrected } } };
  const sentence = target.type === "text" ? state.text?.byId.get(target.id) : undefined;
  if (sentence === undefined || state.text === undefined) return undefined;
  const { text: note } = state.text;
  return {
    type: "revise-text",
    text: note.slice(0, sentence.start) + corrected + note.slice(sentence.end),
  };
}
