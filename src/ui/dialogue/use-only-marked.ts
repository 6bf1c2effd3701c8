/** Whether only what is marked is shown, and the rows that follow from it. */
import { useMemo, useState } from "react";
import { readChain } from "../../domain/record/chain.ts";
import { useMarks } from "../actions/use-marks.ts";
import { useDesk } from "../desk/use-desk.ts";
import type { DialogueRows } from "./dialogue-rows.ts";
import { onlyMarked } from "./only-marked.ts";

export type OnlyMarked = {
  readonly dialogue: DialogueRows;
  readonly isOn: boolean;
  /** Absent while nothing is marked. */
  readonly toggle: (() => void) | undefined;
};

/** Off until it is asked for. */
export function useOnlyMarked(dialogue: DialogueRows): OnlyMarked {
  const desk = useDesk();
  const marks = useMarks();
  const [isAsked, setAsked] = useState(false);
  const isOn = isAsked && marks.length > 0;
  const shown = useMemo(() => {
    if (!isOn) return dialogue;
    const turns = desk.case.getState().view.state.dialogue;
    const answersOf = (question: string): readonly string[] =>
      Array.from(readChain(turns.get(question)?.answers), ({ give }) => give.answer);
    return onlyMarked(dialogue, marks, answersOf);
  }, [isOn, dialogue, marks, desk]);
  return { dialogue: shown, isOn, toggle: marks.length === 0 ? undefined : () => setAsked(!isOn) };
}
