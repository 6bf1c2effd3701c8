/**
 * Annotations hold on to what they are about by id, quote and offset. When the words move they follow; when the
 * target or the quote is gone they go to a visible tray, never away.
 */
import { assertNever } from "../../shared/assert.ts";
import type { Anchor, AnnotationState, BranchState, CaseState } from "./case-state.ts";
import { chainToArray, readChain } from "./chain.ts";
import type { Annotation, RecordTarget } from "./events.ts";

/** Under which key the annotations of a target are found; those of the case text share one. */
export function targetToKey(type: RecordTarget["type"], id: string): string {
  return type === "text" ? "text" : `${type}:${id}`;
}

/** Finds where an annotation holds on in this state. */
export function anchorAnnotation(state: CaseState, annotation: Annotation): Anchor {
  const { target } = annotation;
  const text = readTargetText(state, annotation);
  // Where the quote is gone because its suggested correction was applied, the annotation stays on the corrected words.
  const quotes = [target.quote, annotation.suggestion ?? ""];
  for (const quote of quotes) {
    const found = text === undefined ? undefined : findQuote(text, quote, target);
    if (found !== undefined) return { type: "anchored", target: target.id, ...found };
  }
  const elsewhere =
    target.type === "text"
      ? quotes.map((quote) => findInOtherSentence(state, quote)).find((anchor) => anchor !== undefined)
      : undefined;
  return elsewhere ?? { type: "orphaned", reason: text === undefined ? "target-gone" : "quote-gone" };
}

/** The state with every annotation at the given keys anchored anew. */
export function anchorAgain(state: CaseState, keys: readonly string[]): CaseState {
  let { annotations } = state;
  const seen = new Set<string>();
  for (const key of keys) {
    for (const id of readChain(state.annotationsAt.get(key))) {
      const known = annotations.get(id);
      if (known === undefined || seen.has(id)) continue;
      seen.add(id);
      const anchor = anchorAnnotation(state, known.annotation);
      if (!isSameAnchor(anchor, known.anchor)) annotations = annotations.with(id, { ...known, anchor });
    }
  }
  return annotations === state.annotations ? state : { ...state, annotations };
}

/** The annotations that have lost what they were about, for the tray. */
export function readTray(state: CaseState): readonly AnnotationState[] {
  return [...state.annotations.values()].filter(({ anchor }) => anchor.type === "orphaned");
}

function isSameAnchor(left: Anchor, right: Anchor): boolean {
  if (left.type === "anchored" && right.type === "anchored") {
    return left.target === right.target && left.start === right.start && left.end === right.end;
  }
  return left.type === "orphaned" && right.type === "orphaned" && left.reason === right.reason;
}

/** The text of what is marked; empty for the case as a whole, undefined when it is gone. */
export function readTargetText(
  state: CaseState,
  { branch, target }: Pick<Annotation, "branch" | "target">,
): string | undefined {
  switch (target.type) {
    case "case":
      if (target.id === "") return "";
      return readGraphText(state.branches.get(branch), target.id) === undefined ? undefined : "";
    case "text":
      return state.text?.byId.get(target.id)?.text;
    case "node":
    case "edge":
      return readGraphText(state.branches.get(branch), target.id);
    case "thinking": {
      const run = state.runs.get(target.id);
      return run === undefined ? undefined : chainToArray(run.thinking).join("");
    }
    case "answer":
      return state.answers.get(target.id)?.give.text;
    default:
      return assertNever(target.type);
  }
}

function readGraphText(branch: BranchState | undefined, id: string): string | undefined {
  const edge = branch?.edges.get(id);
  return branch?.nodes.get(id)?.text ?? (edge === undefined ? undefined : (edge.rationale ?? ""));
}

/** The quote, or its correction, where it was, else where it stands nearest to that. */
function findQuote(
  text: string,
  quote: string,
  target: RecordTarget,
): { readonly start: number; readonly end: number } | undefined {
  const { start } = target;
  if (quote === "") return target.quote === "" ? { start: 0, end: text.length } : undefined;
  const after = text.indexOf(quote, start);
  const before = text.lastIndexOf(quote, start);
  if (after < 0 && before < 0) return undefined;
  // A correction counts as applied where it was meant, or where it can be no other place.
  const isFirstAndLast = text.indexOf(quote) === text.lastIndexOf(quote);
  if (quote !== target.quote && after !== start && !isFirstAndLast) return undefined;
  const isAfterNearer = before < 0 || (after >= 0 && after - start <= start - before);
  const at = isAfterNearer ? after : before;
  return { start: at, end: at + quote.length };
}

/** A quote that a correction moved to another sentence; only when it can be no other place. */
function findInOtherSentence(state: CaseState, quote: string): Anchor | undefined {
  const { text } = state;
  if (text === undefined || quote === "") return undefined;
  const at = text.text.indexOf(quote);
  if (at < 0 || text.text.includes(quote, at + 1)) return undefined;
  const end = at + quote.length;
  const sentence = text.sentences.find((candidate) => candidate.start <= at && end <= candidate.end);
  if (sentence === undefined) return undefined;
  return { type: "anchored", target: sentence.id, start: at - sentence.start, end: end - sentence.start };
}
