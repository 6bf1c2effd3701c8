/** Choosing what a mark is on, so that every panel shows it. */
import type { AnnotationState } from "../../domain/record/case-state.ts";
import type { RecordTarget } from "../../domain/record/events.ts";
import { useDeskActions } from "../actions/desk-actions.ts";
import { useDesk, useFacts } from "../desk/use-desk.ts";
import { marksText } from "../text/marks.ts";
import type { DeskTarget } from "../../workbench/desk/selection.ts";

/** Undefined where there is nothing to choose. */
export function useShowTarget({ annotation, anchor }: AnnotationState): (() => void) | undefined {
  const desk = useDesk();
  const { say } = useDeskActions();
  const { type, quote } = annotation.target;
  const on = { type, id: anchor.type === "anchored" ? anchor.target : annotation.target.id };
  const asked = useFacts(({ live }) => {
    const question = live.view.state.answers.get(on.id)?.give.question ?? "";
    return live.view.state.dialogue.get(question)?.ask.target;
  });
  if (type === "thinking") {
    // A mark on all of it points at its beginning, and lights no words.
    const words = quote === "" || anchor.type !== "anchored" ? { start: 0, end: 0 } : anchor;
    return () => {
      desk.showPassage({ run: on.id, start: words.start, end: words.end });
      say(marksText.shownInThinking);
    };
  }
  const target = toDeskTarget(type === "answer" && asked !== undefined ? asked : on);
  return target && (() => desk.select(target));
}

function toDeskTarget({ type, id }: Pick<RecordTarget, "type" | "id">): DeskTarget | undefined {
  if (type === "node" || type === "edge") return { type, id };
  if (type === "text") return { type: "sentence", id };
  return type === "case" && id !== "" ? { type: "node", id } : undefined;
}
