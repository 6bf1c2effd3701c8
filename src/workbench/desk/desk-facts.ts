/**
 * What follows from the record, for every panel alike: the graph that is shown, its strengths, who leads, what is stale.
 * It is brought up to date once a frame, however many events came.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { ArgumentGraph, NodeId } from "../../domain/argument/graph.ts";
import type { RankedHypothesis, Strengths } from "../../domain/argument/strength/strengths.ts";
import { rankHypotheses } from "../../domain/argument/strength/strengths.ts";
import type { BranchState } from "../../domain/record/case-state.ts";
import { shownGraph, type CaseLive } from "../case-session/case-session.ts";
import { createLiveStrengths } from "../case-session/live-strengths.ts";

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
  readonly session: Pick<StoreApi<CaseLive>, "getState" | "subscribe">;
  /** Runs the work before the next picture is drawn. */
  readonly nextFrame: (work: () => void) => void;
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
  let isDue = false;
  const stop = session.subscribe((live) => {
    // A case that was closed is forgotten at once, not a frame later.
    if (live.isClosed) return store.setState(read(live));
    if (isDue) return undefined;
    isDue = true;
    return nextFrame(() => {
      isDue = false;
      store.setState(read(session.getState()));
    });
  });
  const hideStrengths = (areHidden: boolean): void => {
    areStrengthsHidden = areHidden;
    store.setState(read(session.getState()));
  };
  return { store, hideStrengths, stop };
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
