/** Writes a case as fast as the vault takes it, several writes at once, and says outside the browser what was kept. */
import type { OpenCase, Vault } from "../../src/contracts/vault.ts";
import { createSeededChance } from "../../src/shared/chance.ts";
import { createProofEvent } from "./proof-event.ts";

/** Writes that may be under way together, and the most events of one. */
const AT_ONCE = 3;
const MOST_EVENTS = 6;

export type Writing = {
  readonly caseId: string;
  readonly seed: number;
  /** `kept`: when the vault says so. `asked`: before it does, which is what the control does wrong. */
  readonly acknowledge: "kept" | "asked";
  /** Hears the places of events that count as kept. */
  readonly report: (caseId: string, places: readonly number[]) => void;
};

/** Creates the case and writes until the vault says no more; resolves once the case is there. */
export async function writeCase(vault: Vault, writing: Writing): Promise<void> {
  const { caseId, report } = writing;
  const created = await vault.createCase([createProofEvent(caseId, 0)]);
  if (!created.ok) return;
  report(caseId, [0]);
  const opened = await vault.openCase(caseId);
  if (!opened.ok) return;
  const chance = createSeededChance(writing.seed);
  const next = { place: 1 };
  for (let line = 0; line < AT_ONCE; line += 1) void writeOn(opened.value, writing, chance, next);
}

async function writeOn(
  opened: OpenCase,
  { caseId, acknowledge, report }: Writing,
  chance: ReturnType<typeof createSeededChance>,
  next: { place: number },
): Promise<void> {
  for (;;) {
    const count = 1 + Math.floor(chance.next() * MOST_EVENTS);
    const places = Array.from({ length: count }, (_, index) => next.place + index);
    next.place += count;
    const durability = chance.next() < 0.5 ? "strict" : "relaxed";
    const events = places.map((place) => createProofEvent(caseId, place));
    if (acknowledge === "asked") report(caseId, places);
    const kept = await opened.append(events, durability);
    if (!kept.ok) return;
    if (acknowledge === "kept") report(caseId, places);
    await new Promise((resolve) => setTimeout(resolve, chance.next() * 4));
  }
}
