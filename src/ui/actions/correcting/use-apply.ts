/** Applies the correction of a form: what it would do is known before, why it is refused is said, and nothing typed is lost. */
import { useMemo } from "react";
import { recomputeStrengths, type Strengths } from "../../../domain/argument/strength/strengths.ts";
import type { GraphProblem } from "../../../domain/argument/graph-operations.ts";
import { tryCorrection, type Correction } from "../../../workbench/case-session/corrections.ts";
import { useDesk, useFacts } from "../../desk/use-desk.ts";
import { useCorrecting, type Draft } from "../correcting.ts";
import { useDeskActions } from "../desk-actions.ts";

export type Applying = {
  /** Strengths before and after; undefined while there is nothing to apply, and where strengths are hidden. */
  readonly preview: { readonly before: Strengths; readonly after: Strengths } | undefined;
  readonly problem: GraphProblem | undefined;
  readonly apply: () => void;
};

/** `correction` is undefined while something that it needs is missing. */
export function useApply(correction: Correction | undefined, draft: Draft): Applying {
  const desk = useDesk();
  const { settle } = useDeskActions();
  const { close } = useCorrecting();
  const before = useFacts((facts) => facts.strengths);
  const tried = correction === undefined ? undefined : tryCorrection(before.graph, correction);
  const areHidden = useFacts((facts) => facts.areStrengthsHidden);
  const graph = tried?.ok === true && !areHidden ? tried.value : undefined;
  const after = useMemo(
    () => (graph === undefined ? undefined : recomputeStrengths(before, graph)),
    [before, graph],
  );
  const apply = async (): Promise<void> => {
    if (correction === undefined || !(await settle(desk.correct(correction)))) return;
    draft.forget();
    close();
  };
  return {
    preview: after === undefined ? undefined : { before, after },
    problem: tried?.ok === false ? tried.error : undefined,
    apply: () => void apply(),
  };
}
