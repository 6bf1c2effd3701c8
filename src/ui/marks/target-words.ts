/** What a mark is on, in words. */
import type { RecordTarget } from "../../domain/record/events.ts";
import { targetWords } from "../actions/node-words.ts";
import { useFacts } from "../desk/use-desk.ts";
import { markText } from "../text/marks.ts";

/** Names any target of the branch that is shown. */
export function useTargetWords(): (target: Pick<RecordTarget, "type" | "id">) => string {
  const graph = useFacts((facts) => facts.graph);
  return ({ type, id }) => {
    switch (type) {
      case "case":
        return id === "" ? markText.theCase : markText.theAnswer(targetWords(graph, id));
      case "text":
        return markText.sentence(id);
      case "thinking":
        return markText.theThinking;
      case "answer":
        return markText.theReply;
      case "node":
      case "edge":
        return targetWords(graph, id);
      default:
        return type satisfies never;
    }
  };
}
