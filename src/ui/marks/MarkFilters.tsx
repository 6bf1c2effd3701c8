/** Which marks are listed: one choice a quality, each value with how many have it. */

import type { ReactElement } from "react";
import {
  MARK_QUALITIES,
  NONE_GIVEN,
  countMarks,
  filterMarks,
  type MarkFilter,
  type MarkQuality,
} from "../../domain/annotations/filter-marks.ts";
import { findSeverity } from "../../domain/annotations/severities.ts";
import type { AnnotationState } from "../../domain/record/case-state.ts";
import { sayCode, useAuthorWords } from "../actions/use-marks.ts";
import { Select } from "../kit/Select.tsx";
import { marksText, placeNames, qualityNames, verdictNames } from "../text/marks.ts";

export type MarkFiltersProps = {
  readonly marks: readonly AnnotationState[];
  readonly filter: MarkFilter;
  readonly onChange: (filter: MarkFilter) => void;
};

/** A quality in which all marks agree is not offered. Counts are of what the other choices let through. */
export function MarkFilters({ marks, filter, onChange }: MarkFiltersProps): ReactElement | null {
  const authorWords = useAuthorWords();
  const offered = MARK_QUALITIES.filter(
    (quality) => filter[quality] !== undefined || countMarks(marks, quality).size > 1,
  );
  if (offered.length === 0) return null;
  return (
    <details>
      <summary className="min-h-8 cursor-pointer text-small font-[560]">{marksText.filters}</summary>
      <div className="grid grid-cols-2 gap-2 pt-1 @lg:grid-cols-3">
        {offered.map((quality) => {
          const { [quality]: chosen = ANY, ...others } = filter;
          const values = [...countMarks(marks, quality).keys()];
          const counts = countMarks(filterMarks(marks, others), quality);
          return (
            <Select
              key={quality}
              label={qualityNames[quality]}
              selectedId={chosen}
              onSelect={(value) => onChange(value === ANY ? others : { ...others, [quality]: value })}
              options={[
                { id: ANY, label: marksText.any },
                ...[...new Set([...values, ...(chosen === ANY ? [] : [chosen])])].map((value) => ({
                  id: value,
                  label: marksText.option(wordsOf(quality, value, authorWords), counts.get(value) ?? 0),
                })),
              ]}
            />
          );
        })}
      </div>
    </details>
  );
}

/** No value of a mark can be this: a code or a severity of any version is shorter, and has no spaces. */
const ANY = " any ";

function wordsOf(quality: MarkQuality, value: string, authorWords: (author: string) => string): string {
  if (value === NONE_GIVEN) return marksText.none;
  switch (quality) {
    case "verdict":
      return nameIn(verdictNames, value);
    case "code":
      return sayCode(value);
    case "severity":
      return findSeverity(value)?.name ?? value;
    case "place":
      return nameIn(placeNames, value);
    case "author":
      return authorWords(value);
    default:
      return quality satisfies never;
  }
}

function nameIn(names: Readonly<Record<string, string>>, value: string): string {
  return names[value] ?? value;
}
