/**
 * What follows from the record, for every panel alike: the graph that is shown, its strengths, who leads, what is stale.
 * It is brought up to date once a frame, however many events came; while a run speaks, and nobody does anything, calmly.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { ArgumentGraph, NodeId } from "../../domain/argument/graph.ts";
import type { RankedHypothesis, Strengths } from "../../domain/argument/strength/strengths.ts";
import { rankHypotheses } from "../../domain/argument/strength/strengths.ts";
import type { BranchState } from "../../domain/record/case-state.ts";
import type { RecordEvent } from "../../domain/record/events.ts";
import { shownGraph, type CaseLive } from "../case-session/case-session.ts";
import { createLiveStrengths } from "../case-session/live-strengths.ts";
import { createFrameRequest } from "../run/frame-request.ts";
import { CALM_MS, type NextFrame } from "../run/run-clock.ts";
import type { DeskCase } from "./desk-case.ts";

export type DeskFacts = {
  readonly live: CaseLive;
  readonly branch: BranchState | undefined;
  readonly graph: ArgumentGraph;
  readonly strengths: Strengths;
  readonly ranking: readonly RankedHypothesis[];
  readonly leader: NodeId | undefined;
  /** Then there are none in `strengths`, hypotheses rank as they came, and nothing leads. */
  readonly areStrengthsHidden: boolean;
};

export type FactsStore = StoreApi<DeskFacts>;

export type FactsParts = {
  readonly session: Pick<StoreApi<DeskCase>, "getState" | "subscribe">;
  readonly nextFrame: NextFrame;
};

/** The facts of an open case, kept up to date until `stop`. */
export function createDeskFacts({ session, nextFrame }: FactsParts): {
  readonly store: FactsStore;
  readonly hideStrengths: (areHidden: boolean) => void;
  readonly stop: () => void;
} {
  const strengthsOf = createLiveStrengths();
  const veil = createVeil();
  const rankingOf = createRanking();
  let areStrengthsHidden = false;
  const read = (live: CaseLive): DeskFacts => {
    const computed = strengthsOf(shownGraph(live));
    // While nothing in it is another it is the very same graph, so that whoever reads it draws nothing again.
    const { graph } = computed;
    const strengths = areStrengthsHidden ? veil(computed) : computed;
    const ranking = rankingOf(strengths);
    const leader = areStrengthsHidden ? undefined : ranking[0]?.hypothesis.id;
    const branch = live.view.state.branches.get(live.branch);
    return { live, branch, graph, strengths, ranking, leader, areStrengthsHidden };
  };
  const store = createStore<DeskFacts>(() => read(session.getState()));
  const request = createFrameRequest(nextFrame, () => store.setState(read(session.getState())));
  const stop = session.subscribe((live, before) => {
    const news = newsSince(live, before);
    // A case that was closed is forgotten at once, not a frame later; and at the end of a run what it said goes over to
    // the record within one picture.
    if (live.isClosed || news?.some(({ type }) => type === "run-end") === true) {
      request.callOff();
      store.setState(read(live));
    } else request.ask(news?.every(({ type }) => SAID.has(type)) === true ? CALM_MS.figures : undefined);
  });
  const hideStrengths = (areHidden: boolean): void => {
    areStrengthsHidden = areHidden;
    store.setState(read(session.getState()));
  };
  return { store, hideStrengths, stop };
}

/** What a run says all the time. Whatever a hand did is anything else. */
const SAID: ReadonlySet<RecordEvent["type"]> = new Set(["thinking-append", "statement-close"]);

/** The events that came; none where only the saving went on, undefined where more is another than that. */
function newsSince(live: DeskCase, before: DeskCase): readonly RecordEvent[] | undefined {
  const { view, branch, role, lookingAt } = live;
  const isElsewhere = branch !== before.branch || role !== before.role || lookingAt !== before.lookingAt;
  const isLonger = view.log === before.view.log && view.length >= before.view.length;
  return isElsewhere || !isLonger ? undefined : view.log.events.slice(before.view.length, view.length);
}

/** The same ranking for the same strengths. */
function createRanking(): (strengths: Strengths) => DeskFacts["ranking"] {
  let last: { readonly of: Strengths; readonly ranking: DeskFacts["ranking"] } | undefined;
  return (strengths) => {
    if (last?.of !== strengths) last = { of: strengths, ranking: rankHypotheses(strengths) };
    return last.ranking;
  };
}

/** Strengths that tell nothing; the same ones for the same graph. */
function createVeil(): (strengths: Strengths) => Strengths {
  let last: { readonly of: Strengths; readonly veiled: Strengths } | undefined;
  return (strengths) => {
    if (last?.of !== strengths) last = { of: strengths, veiled: { ...strengths, byNode: new Map() } };
    return last.veiled;
  };
}
