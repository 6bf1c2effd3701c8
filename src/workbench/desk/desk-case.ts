/**
 * The case as the desk shows it: as it stands, or as it stood after one of its events. Every panel reads this one
 * projection, so that looking back shows in all of them at once.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { BranchId, EventId, RecordEvent } from "../../domain/record/events.ts";
import type { CaseView } from "../../domain/record/fold.ts";
import { viewAt } from "../../domain/record/look-back.ts";
import type { CaseLive } from "../case-session/case-session.ts";

export type DeskCase = CaseLive & {
  /** After how many events the case is shown; undefined for as it stands now. */
  readonly lookingAt: number | undefined;
};

export type DeskCaseStore = Pick<StoreApi<DeskCase>, "getState" | "getInitialState" | "subscribe">;

/** Why nothing can be written: what is shown is the past. */
export type LookingBack = { readonly type: "desk-looking-back" };

/** Where one looks, known by the last event that is shown: a merge may move it. */
type Looking = {
  readonly length: number;
  readonly event: EventId | undefined;
  readonly view: CaseView;
  /** The branch that was shown before: another one by now was chosen while looking back. */
  readonly shown: BranchId;
};

/** The projection of a session, kept up to date until `stop`. */
export function createDeskCase(session: Pick<StoreApi<CaseLive>, "getState" | "subscribe">): {
  readonly store: DeskCaseStore;
  readonly lookAt: (length: number | undefined) => void;
  readonly stop: () => void;
} {
  let looking: Looking | undefined;
  const store = createStore<DeskCase>(() => ({ ...session.getState(), lookingAt: undefined }));
  const show = (): void => {
    const live = session.getState();
    looking = live.isClosed ? undefined : looking && followed(looking, live);
    store.setState(looking === undefined ? { ...live, lookingAt: undefined } : project(live, looking), true);
  };
  return {
    store,
    lookAt: (length) => {
      looking = length === undefined ? undefined : lookAt(session.getState(), length, looking?.view);
      show();
    },
    stop: session.subscribe(show),
  };
}

/** From the view of before where it reaches as far: it has checkpoints that the view of now may lack. */
function lookAt({ view: now, branch }: CaseLive, length: number, before?: CaseView): Looking {
  const isNearer = before?.log === now.log && before.length >= length;
  const view = viewAt(isNearer ? before : now, length);
  return { length: view.length, event: now.log.events[view.length - 1]?.id, view, shown: branch };
}

/** Events that are added at the end change nothing of what was. */
function followed(looking: Looking, live: CaseLive): Looking {
  const { event, view, shown } = looking;
  const { log } = live.view;
  if (view.log === log) return looking;
  const position = event === undefined ? -1 : log.positions.get(event);
  return { ...lookAt(live, position === undefined ? looking.length : position + 1), shown };
}

function project(live: CaseLive, looking: Looking): DeskCase {
  return { ...live, view: looking.view, branch: branchThen(live, looking), lookingAt: looking.length };
}

/** The branch in which it happened unless one was chosen since; else the one that is shown, or what that grew from. */
function branchThen({ view: now, branch }: CaseLive, { view, shown: before }: Looking): BranchId {
  const { state, log, length } = view;
  const event = branch === before ? log.events[length - 1] : undefined;
  const happened = event === undefined ? undefined : branchOf(event, now);
  if (happened !== undefined && state.branches.has(happened)) return happened;
  let shown: BranchId | undefined = branch;
  while (shown !== undefined && !state.branches.has(shown)) shown = now.state.branches.get(shown)?.parent;
  return shown ?? state.favourite;
}

function branchOf(event: RecordEvent, { state }: CaseView): BranchId | undefined {
  if ("branch" in event) return event.branch;
  if (event.type === "answer-give") return state.dialogue.get(event.question)?.ask.branch;
  if ("run" in event) return state.runs.get(event.run)?.start.branch;
  return event.type === "annotation-make" || event.type === "annotation-change"
    ? event.annotation.branch
    : undefined;
}
