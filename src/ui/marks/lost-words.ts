/** What a mark was on before it was gone, as far as the record still knows. */
import type { BranchState } from "../../domain/record/case-state.ts";
import type { RecordTarget } from "../../domain/record/events.ts";
import { useFacts } from "../desk/use-desk.ts";
import { linkWords } from "../text/dialogue.ts";
import { markText } from "../text/marks.ts";
import { useTargetWords } from "./target-words.ts";

/** A retracted step or link keeps its words in the record. */
export function useLostWords(target: RecordTarget): string {
  const targetWords = useTargetWords();
  const gone = useFacts(({ branch }) => branch && goneWords(branch, target.id));
  if (gone === undefined) return targetWords(target);
  return target.type === "case" ? markText.theAnswer(gone) : gone;
}

function goneWords(branch: BranchState, id: string): string | undefined {
  const gone = branch.withdrawn.get(id);
  if (gone?.type === "node") return gone.node.text;
  if (gone?.type !== "edge") return undefined;
  const { from, to } = gone.edge;
  return `${endWords(branch, from)} ${linkWords(gone.edge)} ${endWords(branch, to)}`;
}

/** An end that is itself a link is not spelled out. */
function endWords(branch: BranchState, id: string): string {
  const gone = branch.withdrawn.get(id);
  const node = branch.nodes.get(id) ?? (gone?.type === "node" ? gone.node : undefined);
  return node?.text ?? markText.aLink;
}
