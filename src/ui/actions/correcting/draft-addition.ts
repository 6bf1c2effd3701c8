/** The step and the link that an addition means. */
import type { ArgumentNode } from "../../../domain/argument/graph.ts";
import { toEdge, type AddableKind, type OfferedMove } from "../../../domain/argument/offered-moves.ts";
import { defaultBaseScore } from "../../../domain/argument/strength/base-scores.ts";
import type { Correction } from "../../../workbench/case-session/corrections.ts";
import type { DraftValues } from "../correction-drafts.ts";

export type Addition = Pick<DraftValues, "text" | "polarity" | "sentence" | "to" | "weight" | "base"> & {
  readonly kind: AddableKind;
  readonly move: OfferedMove | undefined;
};

/** A new node, linked where it argues for or against something. */
export function draftAddition(
  addition: Addition,
  ids: { readonly node: string; readonly edge: string },
): Correction {
  const { move, to, weight, base, kind } = addition;
  const made = toNode(addition, ids.node);
  const isOwn = kind !== "finding" && base !== undefined;
  const node = isOwn ? { ...made, baseScore: base } : made;
  const edges =
    move === undefined || to === undefined
      ? []
      : [toEdge(move, { id: ids.edge, from: ids.node, to, weight })];
  return { type: "add", node, edges };
}

/** What a step of that kind stands on, until a person says otherwise. */
export function usualBase(kind: AddableKind): number {
  const nothing = { text: "", polarity: "present", sentence: undefined } as const;
  return defaultBaseScore(toNode({ ...nothing, kind }, ""));
}

function toNode(
  { kind, text, polarity, sentence }: Pick<Addition, "kind" | "text" | "polarity" | "sentence">,
  id: string,
): ArgumentNode {
  const isCited = kind === "finding" && sentence !== undefined;
  const citations = isCited ? [{ sentence }] : [];
  const base = { id, text: text.trim(), citations, attribution: "human", origin: "human" } as const;
  switch (kind) {
    case "finding":
      return { ...base, kind, polarity, critical: false };
    case "hypothesis":
      return { ...base, kind, mustNotMiss: false };
    default:
      return { ...base, kind };
  }
}
