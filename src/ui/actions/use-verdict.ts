/** The latest verdict on a node or link. */
import { targetToKey } from "../../domain/record/anchors.ts";
import type { CaseState } from "../../domain/record/case-state.ts";
import { readChain } from "../../domain/record/chain.ts";
import type { Annotation } from "../../domain/record/events.ts";
import { useFacts } from "../desk/use-desk.ts";

/** Undefined where none was given, or it was taken back. */
export function useVerdict(type: "node" | "edge", id: string): Annotation | undefined {
  return useFacts(({ live }) => findVerdict(live.view.state, live.branch, targetToKey(type, id)));
}

function findVerdict(
  { annotations, annotationsAt }: CaseState,
  branch: string,
  key: string,
): Annotation | undefined {
  for (const id of readChain(annotationsAt.get(key))) {
    const annotation = annotations.get(id)?.annotation;
    if (annotation?.verdict !== undefined && annotation.branch === branch) return annotation;
  }
  return undefined;
}
