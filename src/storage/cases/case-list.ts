/**
 * The list of cases, encrypted, so that a title is as unreadable as what is behind it. Two rows for each: what a person
 * says of a case, which any tab may change, and its size, which only the tab that writes the case counts.
 */
import { isCount, isFiniteNumber, isMaybe, isShape, isText, isYesOrNo } from "../../contracts/guards.ts";
import type { CaseRepair, CaseSummary } from "../../contracts/vault.ts";
import type { RecordEvent } from "../../domain/record/events.ts";
import type { Row } from "../rows/row-store.ts";
import { sealJson, unsealJson } from "./sealed-json.ts";

/** What a person says of a case. */
export type CaseLabel = Pick<CaseSummary, "id" | "title" | "createdAt" | "isArchived" | "binnedAt">;

/** How much of a case was there when it was last written strictly. */
export type CaseSize = Pick<CaseSummary, "changedAt" | "events" | "bytes"> & {
  /** The last row: fewer rows than this means that some are gone. */
  readonly seq: number;
  readonly repair: CaseRepair | undefined;
};

export const LABEL_SEQ = 0;
export const SIZE_SEQ = 1;

const isLabel = isShape<CaseLabel>({
  id: isText,
  title: isText,
  createdAt: isFiniteNumber,
  isArchived: isYesOrNo,
  binnedAt: isMaybe(isFiniteNumber),
});

const isRepair = isShape<CaseRepair>({ foundAt: isFiniteNumber, lostRows: isCount, keptEvents: isCount });
const isSize = isShape<CaseSize>({
  changedAt: isFiniteNumber,
  events: isCount,
  bytes: isCount,
  seq: isCount,
  repair: isMaybe(isRepair),
});

/** The row of what a person says of a case. */
export function writeLabel(key: CryptoKey, label: CaseLabel): Promise<Row> {
  return sealJson(key, "cases", { group: label.id, seq: LABEL_SEQ }, label);
}

/** The row of a case's size. */
export function writeSize(key: CryptoKey, caseId: string, size: CaseSize): Promise<Row> {
  return sealJson(key, "cases", { group: caseId, seq: SIZE_SEQ }, size);
}

/** The label of a row; undefined where it does not open. */
export async function readLabel(key: CryptoKey, row: Row): Promise<CaseLabel | undefined> {
  const label = await unsealObject(key, row, { binnedAt: undefined });
  return isLabel(label) && label.id === row.group ? label : undefined;
}

/** The size of a row; undefined where it does not open. */
export async function readSize(key: CryptoKey, row: Row): Promise<CaseSize | undefined> {
  const size = await unsealObject(key, row, { repair: undefined });
  return isSize(size) ? size : undefined;
}

/** JSON leaves out what is undefined; `absent` puts it back. */
async function unsealObject(key: CryptoKey, row: Row, absent: object): Promise<unknown> {
  const json = await unsealJson(key, "cases", row);
  return typeof json === "object" && json !== null ? { ...absent, ...json } : undefined;
}

/** What the events themselves say, for a label that is new or cannot be read. */
export function labelRecord(id: string, events: readonly RecordEvent[]): CaseLabel {
  const first = events.find((event) => event.type === "case-create") ?? events[0];
  const title = first?.type === "case-create" ? first.title : "";
  return { id, title, createdAt: first?.time ?? 0, isArchived: false, binnedAt: undefined };
}

/** The time of the latest event; clocks may have run backwards. */
export function latestTime(events: readonly RecordEvent[]): number {
  return events.reduce((latest, { time }) => Math.max(latest, time), 0);
}

/** Both rows as the workbench sees them. */
export function toSummary(label: CaseLabel, size: CaseSize): CaseSummary {
  const { changedAt, events, bytes } = size;
  return { ...label, changedAt, events, bytes };
}
