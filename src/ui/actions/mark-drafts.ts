/**
 * Marks that are being written, one for each thing, as long as the case is open. Putting one away keeps it; saving or
 * discarding ends it. Only one is in view.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { AnnotationState } from "../../domain/record/case-state.ts";
import type { Annotation, RecordTarget } from "../../domain/record/events.ts";
import type { Desk } from "../../workbench/desk/desk.ts";

/** What can be typed and chosen; what is not given is empty. */
export type MarkFields = {
  readonly quote: string;
  readonly start: number;
  readonly verdict: Annotation["verdict"];
  readonly errorCode: string;
  readonly severity: string;
  readonly comment: string;
  readonly suggestion: string;
};

/** A part of a long text, and where it begins there. */
export type TextPart = { readonly text: string; readonly start: number };

export type MarkDraft = {
  readonly key: string;
  /** The mark that is being changed; absent for a new one. */
  readonly id?: string;
  readonly on: Pick<RecordTarget, "type" | "id">;
  /** Of a long text the part from which words are chosen; absent for all of it. */
  readonly part?: TextPart;
  readonly before: MarkFields;
  readonly fields: MarkFields;
};

export type MarkDrafts = {
  readonly shown: string | undefined;
  readonly drafts: ReadonlyMap<string, MarkDraft>;
};

const EMPTY: MarkFields = {
  quote: "",
  start: 0,
  verdict: undefined,
  errorCode: "",
  severity: "",
  comment: "",
  suggestion: "",
};

const storeOf = new WeakMap<Desk, StoreApi<MarkDrafts>>();

/** The drafts of a case; forgotten with its desk. */
export function markDraftsOf(desk: Desk): StoreApi<MarkDrafts> {
  const known = storeOf.get(desk);
  if (known !== undefined) return known;
  const store = createStore<MarkDrafts>(() => ({ shown: undefined, drafts: new Map() }));
  storeOf.set(desk, store);
  return store;
}

export type NewMark = {
  readonly on: Pick<RecordTarget, "type" | "id">;
  readonly part?: TextPart | undefined;
  /** Words that were selected when the mark was begun. */
  readonly quote?: TextPart | undefined;
};

/** Begins a mark, or goes on with the one that was begun on this thing. */
export function beginMark(desk: Desk, { on, part, quote }: NewMark): void {
  const key = draftKey(on);
  const meant = quote === undefined ? EMPTY : { ...EMPTY, quote: quote.text, start: quote.start };
  show(desk, { key, on, before: meant, fields: meant, ...(part === undefined ? {} : { part }) });
}

/** Brings a mark back into the form, or goes on with the change that was begun. */
export function changeMark(desk: Desk, { annotation, anchor }: AnnotationState): void {
  const { id, target, verdict, errorCode = "", severity = "", comment, suggestion = "" } = annotation;
  const on = { type: target.type, id: anchor.type === "anchored" ? anchor.target : target.id };
  const { quote, start } = target;
  const fields: MarkFields = { quote, start, verdict, errorCode, severity, comment, suggestion };
  show(desk, { key: id, id, on, before: fields, fields });
}

/** The key under which a new mark on a thing is kept. */
export function draftKey({ type, id }: Pick<RecordTarget, "type" | "id">): string {
  return `${type}:${id}`;
}

function show(desk: Desk, fresh: MarkDraft): void {
  const store = markDraftsOf(desk);
  putMarkAway(desk);
  const { drafts } = store.getState();
  store.setState({ shown: fresh.key, drafts: drafts.has(fresh.key) ? drafts : withDraft(drafts, fresh) });
}

/** Changes what is typed in a draft. */
export function editMarkDraft(desk: Desk, key: string, change: Partial<MarkFields>): void {
  const store = markDraftsOf(desk);
  const draft = store.getState().drafts.get(key);
  if (draft === undefined) return;
  const fields = { ...draft.fields, ...change };
  store.setState(({ drafts }) => ({ drafts: withDraft(drafts, { ...draft, fields }) }));
}

/** Out of view; what was typed is kept, and a draft in which nothing was typed is not. */
export function putMarkAway(desk: Desk): void {
  const { shown, drafts } = markDraftsOf(desk).getState();
  const draft = drafts.get(shown ?? "");
  if (draft !== undefined && !isMarkChanged(draft)) forgetMark(desk, draft.key);
  markDraftsOf(desk).setState({ shown: undefined });
}

/** Out of view and gone. */
export function forgetMark(desk: Desk, key: string): void {
  markDraftsOf(desk).setState(({ shown, drafts }) => ({
    shown: shown === key ? undefined : shown,
    drafts: new Map([...drafts].filter(([known]) => known !== key)),
  }));
}

/** Whether anything was typed or chosen since the form was opened. */
export function isMarkChanged({ before, fields }: MarkDraft): boolean {
  return JSON.stringify(before) !== JSON.stringify(fields);
}

/** A mark that says something. */
export function isMarkWorthKeeping({ fields }: MarkDraft): boolean {
  const { verdict, errorCode, comment, suggestion } = fields;
  return verdict !== undefined || [errorCode, comment.trim(), suggestion.trim()].some((text) => text !== "");
}

/** The draft as the mark that it will be. */
export function draftToMark({ on, fields }: MarkDraft): Omit<Annotation, "id" | "branch"> {
  const { quote, start, verdict, errorCode, severity, comment, suggestion } = fields;
  return {
    target: { ...on, quote, start },
    comment: comment.trim(),
    ...(verdict === undefined ? {} : { verdict }),
    ...(errorCode === "" ? {} : { errorCode }),
    ...(severity === "" ? {} : { severity }),
    ...(suggestion.trim() === "" ? {} : { suggestion: suggestion.trim() }),
  };
}

function withDraft(drafts: ReadonlyMap<string, MarkDraft>, draft: MarkDraft): ReadonlyMap<string, MarkDraft> {
  return new Map([...drafts, [draft.key, draft]]);
}
