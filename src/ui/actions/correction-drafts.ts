/**
 * What is being typed in the correction forms, by form, as long as the case is open. What was not applied when the case is
 * left or the vault locks is kept in the record, and is there again when the case is opened.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Polarity, TargetId } from "../../domain/argument/graph.ts";
import {
  ADDABLE_KINDS,
  OFFERED_MOVES,
  type AddableKind,
  type OfferedMove,
} from "../../domain/argument/offered-moves.ts";
import type { CaseState } from "../../domain/record/case-state.ts";
import { readDrafts } from "../../domain/record/drafts.ts";
import { createFields, type FieldProblem } from "../../domain/record/fields.ts";
import type { Desk } from "../../workbench/desk/desk.ts";
import type { LinkFate } from "../../workbench/case-session/polarity-correction.ts";

/** Everything that some form asks for; each uses its own part. */
export type DraftValues = {
  readonly kind: AddableKind;
  readonly text: string;
  readonly polarity: Polarity;
  readonly fate: LinkFate | undefined;
  readonly sentence: string | undefined;
  readonly move: OfferedMove | undefined;
  readonly to: TargetId | undefined;
  readonly weight: number;
  readonly base: number | undefined;
};

type CorrectionDrafts = ReadonlyMap<string, DraftValues>;

const storeOf = new WeakMap<Desk, StoreApi<CorrectionDrafts>>();

/** The drafts of a case, with those of an earlier sitting; forgotten with its desk. */
export function correctionDraftsOf(desk: Desk): StoreApi<CorrectionDrafts> {
  const known = storeOf.get(desk);
  if (known !== undefined) return known;
  const kept = [...keptBy(desk, desk.session.store.getState().view.state)];
  const read = kept.flatMap(([form, text]) => {
    const values = readDraft(text);
    return values === undefined ? [] : [[form, values] as const];
  });
  const store = createStore<CorrectionDrafts>(() => new Map(read));
  storeOf.set(desk, store);
  return store;
}

/** Changes what is typed in a form. */
export function editDraft(desk: Desk, form: string, values: DraftValues): void {
  const store = correctionDraftsOf(desk);
  store.setState(new Map([...store.getState(), [form, values]]), true);
}

/** Lets go of what was typed in a form: it was applied, or discarded. */
export function forgetDraft(desk: Desk, form: string): void {
  const store = correctionDraftsOf(desk);
  store.setState(new Map([...store.getState()].filter(([known]) => known !== form)), true);
  const { state } = desk.session.store.getState().view;
  if (keptBy(desk, state).has(form)) void desk.keepDrafts(new Map([[form, ""]]));
}

/** What is typed and not in the record yet, as it would stand there. */
export function unkeptDrafts(
  desk: Desk,
  drafts: CorrectionDrafts,
  state: Pick<CaseState, "drafts">,
): ReadonlyMap<string, string> {
  const kept = keptBy(desk, state);
  const texts = Array.from(drafts, ([form, values]) => [form, JSON.stringify(values)] as const);
  return new Map(texts.filter(([form, text]) => kept.get(form) !== text));
}

/** Puts into the record what is typed and not there yet. */
export async function keepDrafts(desk: Desk): Promise<void> {
  const { state } = desk.session.store.getState().view;
  await desk.keepDrafts(unkeptDrafts(desk, correctionDraftsOf(desk).getState(), state));
}

function keptBy({ session }: Desk, state: Pick<CaseState, "drafts">): ReadonlyMap<string, string> {
  return readDrafts(state, session.author.profile);
}

/** A record may come from anywhere: what is no draft of ours is none. */
function readDraft(text: string): DraftValues | undefined {
  const problems: FieldProblem[] = [];
  const fields = createFields(toJson(text), "", problems);
  const values: DraftValues = {
    kind: fields.choice("kind", ADDABLE_KINDS),
    text: fields.text("text"),
    polarity: fields.choice("polarity", ["present", "absent", "normal", "unknown"]),
    fate: fields.maybe("fate", (name) => fields.choice(name, ["retract", "turn", "keep"])),
    sentence: fields.maybe("sentence", fields.id),
    move: fields.maybe("move", (name) => fields.choice(name, OFFERED_MOVES)),
    to: fields.maybe("to", fields.id),
    weight: fields.number("weight", 0, 1),
    base: fields.maybe("base", (name) => fields.number(name, 0, 1)),
  };
  return problems.length === 0 ? values : undefined;
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
