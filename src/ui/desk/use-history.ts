/** Looking back along the record, for whatever leads there: the moments, the one that is shown, and going to another. */
import { useMemo } from "react";
import { useStore } from "zustand/react";
import { findMoment, readMoments, type Moment } from "../../domain/record/moments.ts";
import { shownGraph } from "../../workbench/case-session/case-session.ts";
import type { Desk } from "../../workbench/desk/desk.ts";
import { WHOLE_CASE, type DeskTarget } from "../../workbench/desk/selection.ts";
import { useCase, useDesk } from "./use-desk.ts";

export type History = {
  readonly moments: readonly Moment[];
  /** Of the moment that is shown; that of the newest while nobody looks back, -1 before the first. */
  readonly place: number;
  readonly go: (place: number) => void;
};

/** The moments follow the record also while the past is shown. */
export function useHistory(): History {
  const desk = useDesk();
  const view = useStore(desk.session.store, (live) => live.view);
  const moments = useMemo(() => readMoments(view), [view]);
  const length = useCase(({ lookingAt }) => lookingAt ?? view.length);
  return { moments, place: findMoment(moments, length), go: (place) => goTo(desk, moments, place) };
}

/** One step from where one is, for keys that work everywhere on the case. */
export function stepBy(desk: Desk, step: 1 | -1): Moment | undefined {
  const { view } = desk.session.store.getState();
  const { lookingAt } = desk.case.getState();
  const moments = readMoments(view);
  // Whoever is at now is one step behind it after the first step back.
  return goTo(desk, moments, findMoment(moments, lookingAt ?? view.length) + step);
}

/** Shows a moment, and selects what it is about once every panel has it. */
function goTo(desk: Desk, moments: readonly Moment[], place: number): Moment | undefined {
  const moment = moments[Math.min(moments.length - 1, Math.max(0, place))];
  if (moment === undefined) return undefined;
  const stop = desk.facts.subscribe(() => {
    stop();
    desk.select(targetOf(desk, moment));
  });
  desk.lookAt(moment.length);
  return moment;
}

function targetOf(desk: Desk, { subject }: Moment): DeskTarget {
  const graph = shownGraph(desk.case.getState());
  if (subject?.type === "node" && graph.nodes.has(subject.node.id))
    return { type: "node", id: subject.node.id };
  return subject?.type === "edge" && graph.edges.has(subject.edge.id)
    ? { type: "edge", id: subject.edge.id }
    : WHOLE_CASE;
}
