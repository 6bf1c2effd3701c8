/** What the tour has to know of the case that is open, to see that a stop was done. */
import { useStore } from "zustand/react";
import { useShallow } from "zustand/react/shallow";
import { explainFlipSets } from "../../domain/argument/explanations/flip-sets.ts";
import type { NodeId } from "../../domain/argument/graph.ts";
import { useCase, useDesk, useFacts } from "../desk/use-desk.ts";
import { useIsRunning } from "../desk/use-run.ts";
import type { TourStop } from "./tour-stops.ts";

export type TourFacts = {
  readonly sentence: string | undefined;
  readonly runs: number;
  readonly isRunning: boolean;
  readonly leader: NodeId | undefined;
  readonly questions: number;
  readonly annotations: number;
  readonly canRedo: boolean;
};

/** The facts as they are now. */
export function useTourFacts(): TourFacts {
  const sentence = useStore(useDesk().selection, ({ selected }) =>
    selected.type === "sentence" ? selected.id : undefined,
  );
  const counts = useCase(
    useShallow(({ view: { state, redoStack } }) => ({
      canRedo: redoStack !== undefined,
      runs: state.runs.size,
      questions: state.dialogue.size,
      annotations: state.annotations.size,
    })),
  );
  const leader = useFacts((facts) => facts.leader);
  return { sentence, ...counts, leader, isRunning: useIsRunning() };
}

/** Whether what a stop shows is there. */
export function isReady({ needs }: TourStop, facts: TourFacts): boolean {
  if (needs === undefined) return true;
  return facts.leader !== undefined && (needs === "argument" || !facts.isRunning);
}

export type NextFlip = { readonly finding: NodeId; readonly name: string; readonly count: number };

/** The next finding to take out so that another hypothesis leads, and how many it takes from here. */
export function useNextFlip(isWanted: boolean): NextFlip | undefined {
  const strengths = useFacts((facts) => (isWanted ? facts.strengths : undefined));
  const found = strengths === undefined ? undefined : explainFlipSets(strengths, 1);
  if (found?.ok !== true || found.value.headline.type !== "flip-set") return undefined;
  const { first, size } = found.value.headline;
  const [finding] = first.removed;
  const name = strengths?.graph.nodes.get(finding ?? "")?.text;
  return finding === undefined || name === undefined ? undefined : { finding, name, count: size };
}
