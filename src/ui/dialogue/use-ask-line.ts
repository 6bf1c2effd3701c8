/** The line in which a question is typed: where it leads, what else it may mean, and what was asked before. */
import { useState, type KeyboardEvent } from "react";
import type { QuestionAsk } from "../../domain/questions/question.ts";
import type { CaseRun } from "../../workbench/case-run/case-run.ts";
import type { Desk } from "../../workbench/desk/desk.ts";
import { targetOfAsk, toRecordTarget } from "../../workbench/desk/record-question.ts";
import { useDesk } from "../desk/use-desk.ts";
import { useCaseRun } from "../desk/use-run.ts";
import { runProblemWords } from "../text/run.ts";
import { dialogueText } from "../text/dialogue.ts";
import { questionWords } from "../text/questions.ts";
import { useDeskActions } from "../actions/desk-actions.ts";

export type AskLine = {
  readonly text: string;
  readonly change: (text: string) => void;
  readonly send: () => void;
  /** Puts it to the loaded model; where none is loaded it says so. */
  readonly sendToModel: () => void;
  /** Nobody is there to be asked. */
  readonly lacksModel: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** The nearest questions, where it is not sure which is meant. */
  readonly nearest: readonly QuestionAsk[];
  readonly choose: (ask: QuestionAsk) => void;
  readonly notice: string | undefined;
};

type Outcome = {
  readonly nearest: readonly QuestionAsk[];
  readonly notice: string | undefined;
  readonly lacksModel: boolean;
};
const NOTHING: Outcome = { nearest: [], notice: undefined, lacksModel: false };

/** What was typed stays until it is answered. */
export function useAskLine(): AskLine {
  const desk = useDesk();
  const { ask } = useDeskActions();
  const caseRun = useCaseRun();
  const [text, setText] = useState("");
  const [outcome, setOutcome] = useState<Outcome>(NOTHING);
  const history = useHistory(setText);
  const change = (next: string): void => {
    setText(next);
    setOutcome(NOTHING);
  };
  const put = (question: QuestionAsk, words: string): void => {
    ask(question, words);
    history.add(words);
    change("");
  };
  const send = (): void => {
    const words = text.trim();
    if (words === "") return;
    if (desk.facts.getState().graph.nodes.size === 0)
      return setOutcome({ ...NOTHING, notice: dialogueText.emptyGraph });
    const route = desk.route(words);
    if (route.type === "sure") return put(route.ask, words);
    const needsTarget = route.type === "needs-target";
    return setOutcome({
      ...NOTHING,
      nearest: needsTarget ? [] : route.nearest,
      notice: needsTarget ? dialogueText.needsTarget(questionWords[route.op]) : dialogueText.which,
    });
  };
  const sendToModel = (): void => {
    const words = text.trim();
    if (words === "") return;
    if (!caseRun.chosen.getState().hasModel) return setOutcome({ ...NOTHING, lacksModel: true });
    history.add(words);
    change("");
    void askModel(desk, caseRun, words).then((problem) => {
      if (problem === undefined) return;
      setText(words);
      setOutcome({ ...NOTHING, notice: problem });
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") send();
    else if (event.key === "Escape") change("");
    else if (event.key === "ArrowUp" && history.back(text)) event.preventDefault();
    else if (event.key === "ArrowDown" && history.forward()) event.preventDefault();
  };
  return {
    text,
    change,
    send,
    sendToModel,
    onKeyDown,
    ...outcome,
    choose: (question) => put(question, text.trim()),
  };
}

/** Undefined where the model was asked, else why not. What it is about is read from the words, else from what is selected. */
async function askModel(desk: Desk, caseRun: CaseRun, text: string): Promise<string | undefined> {
  const route = desk.route(text);
  const ask = route.type === "sure" ? route.ask : undefined;
  const { graph } = desk.facts.getState();
  const target =
    ask === undefined ? toRecordTarget(desk.selection.getState().selected) : targetOfAsk(graph, ask);
  await caseRun.askModel({ text, op: ask?.op ?? "", target, question: undefined });
  const { problem } = caseRun.status.getState();
  return problem === undefined ? undefined : runProblemWords(problem).title;
}

/** What was asked in this sitting, newest last; arrows walk through it. */
function useHistory(show: (text: string) => void) {
  const [asked, setAsked] = useState<readonly string[]>([]);
  const [place, setPlace] = useState<number>();
  const go = (next: number): true => {
    setPlace(next < asked.length ? next : undefined);
    show(asked[next] ?? "");
    return true;
  };
  return {
    add: (words: string): void => {
      setAsked((before) => [...before.filter((text) => text !== words), words]);
      setPlace(undefined);
    },
    back: (text: string): boolean => {
      if (asked.length === 0 || (text !== "" && place === undefined)) return false;
      return go(Math.max(0, (place ?? asked.length) - 1));
    },
    forward: (): boolean => place !== undefined && go(place + 1),
  };
}
