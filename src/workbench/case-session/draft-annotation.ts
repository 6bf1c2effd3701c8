/** A mark as the event it takes: made, or changed where there is one of that id. */
import type { Annotation } from "../../domain/record/events.ts";
import type { EventPayload } from "../../domain/record/read-payload.ts";
import type { CaseLive } from "./case-session.ts";

/** A change keeps the branch on which the mark was made, unless the mark is put on something else. */
export function draftAnnotation(
  { view, branch }: Pick<CaseLive, "view" | "branch">,
  annotation: Omit<Annotation, "id" | "branch">,
  id: string,
): EventPayload {
  const known = view.state.annotations.get(id)?.annotation;
  const { target } = annotation;
  const isSameThing = known?.target.type === target.type && known.target.id === target.id;
  return {
    type: known === undefined ? "annotation-make" : "annotation-change",
    annotation: { ...annotation, id, branch: known !== undefined && isSameThing ? known.branch : branch },
  };
}
