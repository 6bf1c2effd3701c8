/** Finding marks among many: by verdict, code, severity, author and what they are on. */
import type { AnnotationState } from "../record/case-state.ts";
import { placeOfMark } from "./marks.ts";

/** What marks can be told apart by. */
export const MARK_QUALITIES = ["verdict", "code", "severity", "place", "author"] as const;

export type MarkQuality = (typeof MARK_QUALITIES)[number];

/** A quality that is left out lets everything through. */
export type MarkFilter = { readonly [Quality in MarkQuality]?: string };

/** Stands for a mark that gives none. */
export const NONE_GIVEN = "";

const READERS: { readonly [Quality in MarkQuality]: (mark: AnnotationState) => string } = {
  verdict: ({ annotation }) => annotation.verdict ?? NONE_GIVEN,
  code: ({ annotation }) => annotation.errorCode ?? NONE_GIVEN,
  severity: ({ annotation }) => annotation.severity ?? NONE_GIVEN,
  author: ({ author }) => author,
  place: ({ annotation }) => placeOfMark(annotation.target),
};

/** The marks that have every quality asked for, in their order. */
export function filterMarks(
  marks: readonly AnnotationState[],
  filter: MarkFilter,
): readonly AnnotationState[] {
  const fits = (mark: AnnotationState, quality: MarkQuality): boolean =>
    filter[quality] === undefined || READERS[quality](mark) === filter[quality];
  return marks.filter((mark) => MARK_QUALITIES.every((quality) => fits(mark, quality)));
}

/** How many marks have each value of a quality, the values in the order in which they first occur. */
export function countMarks(
  marks: readonly AnnotationState[],
  quality: MarkQuality,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const mark of marks) {
    const value = READERS[quality](mark);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
