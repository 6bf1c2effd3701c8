/** Which words of the note the argument cites. */
import { useMemo } from "react";
import type { CaseText } from "../../domain/case-text/revisions.ts";
import { useFacts } from "../desk/use-desk.ts";
import type { Span } from "./cut-sentence.ts";

export type Cited = {
  readonly spansOf: (sentence: string) => readonly Span[];
  /** Sentences that are cited at all. */
  readonly whole: ReadonlySet<string>;
};

const NONE: readonly Span[] = [];

/** A citation without a place of its own means its whole sentence, which is not underlined: a page of lines says nothing. */
export function useCited(text: CaseText): Cited {
  const nodes = useFacts(({ graph }) => graph.nodes);
  return useMemo(() => {
    const spans = new Map<string, Span[]>();
    const whole = new Set<string>();
    for (const { kind, citations } of nodes.values()) {
      if (kind !== "finding") continue;
      for (const { sentence, span } of citations) {
        if (!text.byId.has(sentence)) continue;
        whole.add(sentence);
        if (span !== undefined) spans.set(sentence, [...(spans.get(sentence) ?? []), span]);
      }
    }
    return { spansOf: (sentence) => spans.get(sentence) ?? NONE, whole };
  }, [nodes, text]);
}
