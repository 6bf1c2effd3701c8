/** Turns behind a run that was: what a correction left open is stated again, and a person's question is put to the model. */
import type { RecordTarget } from "../../domain/record/events.ts";
import { readArgumentNow } from "./argument-now.ts";
import type { Runs } from "./held-runs.ts";
import { questionTurn } from "./question-turn.ts";
import { rerunTurn } from "./rerun-turn.ts";
import { sayAgain } from "./say-again.ts";
import { startRun } from "./start-run.ts";

/** A question for a model. */
export type ModelQuestion = {
  /** As it was asked. */
  readonly text: string;
  /** Which of the known questions it is; empty for one in free words. */
  readonly op: string;
  readonly target: RecordTarget;
  /** Its id in the record; undefined where it was not asked yet. */
  readonly question: string | undefined;
};

/** Why it could not begin is in the status. */
export async function rerunStale(runs: Runs): Promise<void> {
  const { rerunWish: wish, choices } = runs.chosen.getState();
  const { view, branch } = runs.desk.session.store.getState();
  const now = readArgumentNow(view, branch);
  if (wish === undefined || now === undefined)
    return runs.status.setState({ problem: { type: "engine-not-loaded" } });
  const again = wish.type === "script" ? sayAgain(now, view.state) : undefined;
  if (wish.type === "script" && again === undefined)
    return runs.status.setState({ problem: { type: "run-nothing-to-say-again" } });
  const on = again === undefined ? wish : { ...wish, again };
  // What was thought stands in what was said; anew there is only to be stated what is missing.
  return startRun(runs, on, { ...choices, isThinking: false }, (about) => rerunTurn(now, about));
}

/** The question is kept with the record before the model hears of it. */
export async function askModel(runs: Runs, { text, op, target, question }: ModelQuestion): Promise<void> {
  const { session, newId } = runs.desk;
  const { view, branch } = session.store.getState();
  const now = readArgumentNow(view, branch);
  const words = text.trim();
  if (now === undefined || words === "") return undefined;
  const id = question ?? newId();
  const keep = (): void => {
    if (question === undefined)
      void session.write([{ type: "question-ask", branch, question: id, op, target, text: words }]);
  };
  const { choices } = runs.chosen.getState();
  const asked = { question: id, answer: newId(), keep };
  return startRun(runs, { type: "model" }, { ...choices, isThinking: false }, (about) =>
    questionTurn({ now, words, target, asked }, about),
  );
}
