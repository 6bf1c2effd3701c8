/** Choosing what a mark is on, so that every panel shows it. */
import type { RecordTarget } from "../../domain/record/events.ts";
import { useDesk, useFacts } from "../desk/use-desk.ts";
import type { DeskTarget } from "../../workbench/desk/selection.ts";

/** Undefined where there is nothing to choose. */
export function useShowTarget(on: Pick<RecordTarget, "type" | "id">): (() => void) | undefined {
  const desk = useDesk();
  const asked = useFacts(({ live }) => {
    const question = live.view.state.answers.get(on.id)?.give.question ?? "";
    return live.view.state.dialogue.get(question)?.ask.target;
  });
  const target = toDeskTarget(on.type === "answer" && asked !== undefined ? asked : on);
  return target && (() => desk.select(target));
}

function toDeskTarget({ type, id }: Pick<RecordTarget, "type" | "id">): DeskTarget | undefined {
  if (type === "node" || type === "edge") return { type, id };
  if (type === "text") return { type: "sentence", id };
  return type === "case" && id !== "" ? { type: "node", id } : undefined;
}
