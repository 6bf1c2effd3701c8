/** The last frame of a backup: what the frames before it must add up to. */
import {
  isCount,
  isFilledText,
  isFiniteNumber,
  isListOf,
  isMaybe,
  isShape,
  isText,
  isYesOrNo,
} from "../../contracts/guards.ts";
import type { Profile } from "../../contracts/vault.ts";
import type { RecordEvent } from "../../domain/record/events.ts";
import { compareEvents, toCanonicalText } from "../../domain/record/merge.ts";
import { hashBytes, toBytes, toHex } from "../bytes.ts";
import type { CaseLabel } from "../cases/case-list.ts";
import { isProfile } from "../core/profiles.ts";

export type ManifestCase = CaseLabel & {
  readonly events: number;
  /** Over its events in record order, each in canonical form. */
  readonly hash: string;
};

export type Manifest = {
  readonly madeAt: number;
  readonly frames: number;
  readonly cases: readonly ManifestCase[];
  readonly profiles: readonly Profile[];
};

/** What a frame of events holds. */
export type EventsFrame = { readonly caseId: string; readonly events: readonly unknown[] };

const isManifestCase = isShape<ManifestCase>({
  id: isFilledText,
  title: isText,
  createdAt: isFiniteNumber,
  isArchived: isYesOrNo,
  binnedAt: isMaybe(isFiniteNumber),
  events: isCount,
  hash: isText,
});
const isManifest = isShape<Manifest>({
  madeAt: isFiniteNumber,
  frames: isCount,
  cases: isListOf(isManifestCase),
  profiles: isListOf(isProfile),
});
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isEventsFrame = isShape<EventsFrame>({ caseId: isFilledText, events: isList });

/** The manifest of a frame; undefined for anything else. */
export function readManifest(json: unknown): Manifest | undefined {
  if (typeof json !== "object" || json === null || !("cases" in json) || !isList(json.cases))
    return undefined;
  // JSON leaves out what is undefined.
  const cases = json.cases.map((item) =>
    typeof item === "object" && item !== null ? { binnedAt: undefined, ...item } : item,
  );
  const manifest: unknown = { ...json, cases };
  return isManifest(manifest) ? manifest : undefined;
}

/** The events of a frame, not yet read one by one; undefined for anything else. */
export function readEventsFrame(json: unknown): EventsFrame | undefined {
  return isEventsFrame(json) ? json : undefined;
}

/** The hash of a case in a manifest: the same on every device that has the same events. */
export async function hashEvents(events: readonly RecordEvent[]): Promise<string> {
  const lines = events.toSorted(compareEvents).map((event) => toCanonicalText(event));
  return toHex(await hashBytes(toBytes(lines.join("\n"))));
}
