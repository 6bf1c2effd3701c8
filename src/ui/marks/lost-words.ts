/** What a mark was on before it was gone, as far as the record still knows. */
import type { RecordTarget } from "../../domain/record/events.ts";
import { useFacts } from "../desk/use-desk.ts";
import { markText } from "../text/marks.ts";
import { useTargetWords } from "./target-words.ts";

/** A retracted step keeps its words in the record. */
export function useLostWords(target: RecordTarget): string {
  const { type, id } = target;
  const targetWords = useTargetWords();
  const withdrawn = useFacts(({ branch }) => branch?.withdrawn.get(id));
  const gone = withdrawn?.type === "node" ? withdrawn.node.text : undefined;
  if (gone === undefined) return targetWords(target);
  return type === "case" ? markText.theAnswer(gone) : gone;
}
