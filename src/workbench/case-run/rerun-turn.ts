/** The turn in which a model states anew what a correction set aside. */
import { askAgain, openAgain, type CorrectedArgument } from "../prompts/conversation.ts";
import type { RunCase, RunTurn } from "../run/run-request.ts";
import { type ArgumentNow, linesOf } from "./argument-now.ts";

/** The turn; it goes on behind the newest run that the engine still knows. */
export function rerunTurn(now: ArgumentNow, { sentences }: Pick<RunCase, "sentences">): RunTurn {
  const argument: CorrectedArgument = {
    stands: linesOf(now.stands),
    takenBack: linesOf(now.takenBack),
    setAside: linesOf(now.setAside),
  };
  return {
    task: "rerun",
    after: now.runs,
    put: (said) => (said === undefined ? openAgain(sentences, argument) : askAgain(said, argument)),
    known: new Set(argument.stands),
    refused: now.refused,
  };
}
