/** One field of a step or a link in words. */
import type { ArgumentEdge, ArgumentNode } from "../../../domain/argument/graph.ts";
import { moveOfEdge } from "../../../domain/argument/offered-moves.ts";
import { strengthWord, weightWord } from "../../../domain/argument/strength/words.ts";
import { strengthWords } from "../../text/answers.ts";
import { compareText } from "../../text/branches.ts";
import { correctionText, moveNames, polarityWords, weightWords } from "../../text/corrections.ts";
import { kindWords } from "../../text/dialogue.ts";

/** Undefined where it is not there, or has no words. */
export function sayField(thing: ArgumentNode | ArgumentEdge, field: string): string | undefined {
  if (field === "baseScore" && "baseScore" in thing && thing.baseScore !== undefined)
    return correctionText.amount(strengthWords[strengthWord(thing.baseScore)], thing.baseScore);
  if (field === "weight" && "weight" in thing)
    return correctionText.amount(weightWords[weightWord(thing.weight)], thing.weight);
  if (field === "polarity" && "polarity" in thing) return polarityWords[thing.polarity].label;
  if (field === "kind" || field === "attack") return sayKind(thing);
  if (field === "citations" && "citations" in thing)
    return thing.citations.map(({ sentence }) => sentence).join(", ") || undefined;
  const value: unknown = Object.entries(thing).find(([name]) => name === field)?.[1];
  if (typeof value === "boolean") return value ? compareText.yes : compareText.no;
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

function sayKind(thing: ArgumentNode | ArgumentEdge): string | undefined {
  if ("text" in thing) return kindWords[thing.kind];
  const move = moveOfEdge(thing);
  return move === undefined ? undefined : moveNames[move];
}
