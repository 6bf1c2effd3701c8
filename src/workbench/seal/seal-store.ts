/**
 * The live state of the seal: what was seen of it and how often something was stopped. Counts only: a blocked
 * address could carry case text, so it is never kept, shown or sent.
 */
import { type StoreApi, createStore } from "zustand/vanilla";
import { type SealEvidence, type SealTier, readSealTier } from "./seal.ts";

export type SealState = {
  /** Undefined until the first look is over. */
  readonly evidence: SealEvidence | undefined;
  readonly tier: SealTier | undefined;
  /** How often each directive (or the navigation guard) stopped something since the page opened. */
  readonly stoppedByDirective: ReadonlyMap<string, number>;
};

export type SealStore = {
  readonly store: StoreApi<SealState>;
  readonly recordEvidence: (evidence: SealEvidence) => void;
  readonly recordOnline: (online: boolean) => void;
  readonly recordStopped: (directive: string) => void;
};

/** A fresh seal state with its only ways to change. */
export function createSealStore(): SealStore {
  const store = createStore<SealState>(() => ({
    evidence: undefined,
    tier: undefined,
    stoppedByDirective: new Map(),
  }));
  const recordEvidence = (evidence: SealEvidence) =>
    store.setState({ evidence, tier: readSealTier(evidence) });
  return {
    store,
    recordEvidence,
    recordOnline: (online) => {
      const { evidence } = store.getState();
      if (evidence !== undefined) recordEvidence({ ...evidence, online });
    },
    recordStopped: (directive) => {
      const stopped = new Map(store.getState().stoppedByDirective);
      store.setState({ stoppedByDirective: stopped.set(directive, (stopped.get(directive) ?? 0) + 1) });
    },
  };
}

/** How often anything was stopped. */
export function countStopped(state: SealState): number {
  return [...state.stoppedByDirective.values()].reduce((sum, count) => sum + count, 0);
}
