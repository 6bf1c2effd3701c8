/**
 * `prove -- kill`: whatever dies while a case is written, nothing that the vault acknowledged is lost and every case
 * opens. The whole browser, its renderer and the vault's worker are killed at random moments; acknowledgements are noted
 * outside the browser as they happen. Two controls show that the proof sees what it looks for: a writer that
 * acknowledges too early must be seen to lose, and a row with one wrong bit must be seen as damage.
 */
import { createSeededChance } from "../../src/shared/chance.ts";
import { CouldNotRun, type FigureOptions, type Figures, type FigureTask } from "../../tools/figures.ts";
import { findBrowser } from "../../tools/find-browser.mjs";
import { median } from "../../bench/boot/median.ts";
import { type Kill, type KilledVault, KILLS, startKilledVault } from "./killed-vault.ts";

/** Of each kind, unless `--kills N` says otherwise. */
const USUAL_KILLS = 200;
/** A kill comes this long after writing began. */
const LONGEST_MS = 400;
/** Early acknowledgements are so often wrong that a few kills show it. */
const CONTROL_KILLS = 8;
const DAMAGE_TRIES = 5;
const SHORTEST_DAMAGED = 12;
const LONGEST_DAMAGED = 60;

export const killProof: FigureTask = {
  id: "kill",
  about:
    "nothing acknowledged is lost when browser, renderer or worker are killed while writing (--kills N of each)",
  run: async (options) => {
    const executable = await findBrowser().catch((error: Error) => {
      throw new CouldNotRun(error.message);
    });
    const kills = Number(options.flags.get("kills") ?? USUAL_KILLS);
    if (!Number.isInteger(kills) || kills < 1) throw new CouldNotRun("--kills needs a whole number above 0.");
    const seed = Number(options.flags.get("seed") ?? Math.trunc(performance.now() * 1000) % 1_000_000);
    const vault = await startKilledVault(executable);
    try {
      return { seed, ...(await prove(options, vault, kills, seed)) };
    } finally {
      await vault.close();
    }
  },
  holds: ({ lost, corrupt, controlLost, controlCorrupt }) =>
    lost === 0 && corrupt === 0 && Number(controlLost) > 0 && controlCorrupt === 1,
};

type Tally = { kills: number; lost: number; corrupt: number; readonly reopenMs: number[] };

async function prove(
  options: FigureOptions,
  vault: KilledVault,
  kills: number,
  seed: number,
): Promise<Figures> {
  const chance = createSeededChance(seed);
  const byKind = new Map<Kill, Tally>();
  for (const kind of KILLS) byKind.set(kind, { kills: 0, lost: 0, corrupt: 0, reopenMs: [] });
  for (let round = 0; round < kills; round += 1) {
    for (const [kind, tally] of byKind) {
      const caseId = `${kind}-${round}`;
      const work = {
        caseId,
        seed: seed + round,
        kill: kind,
        afterMs: chance.next() * LONGEST_MS,
        acknowledge: "kept",
      } as const;
      await vault.writeAndKill(work);
      tally.kills += 1;
      await look(options, vault, caseId, tally);
    }
    if ((round + 1) % 10 === 0) options.progress(`${round + 1} of ${kills} kills of each kind`);
  }
  const acknowledged = vault.acknowledged.count();
  const last = await lookAtAll(options, vault);
  return {
    ...sum([...byKind.values()], last, acknowledged),
    byKind: Object.fromEntries([...byKind].map(([kind, tally]) => [kind, figuresOf(tally)])),
    ...(await runControls(vault, seed)),
  };
}

/** Every case once more at the end: a later kill must not harm an earlier case. */
async function lookAtAll({ miss }: FigureOptions, vault: KilledVault): Promise<Tally> {
  const tally: Tally = { kills: 0, lost: 0, corrupt: 0, reopenMs: [] };
  for (const caseId of vault.acknowledged.cases()) {
    const { lost, fault } = await vault.check(caseId);
    tally.lost += lost.length;
    if (fault !== undefined) tally.corrupt += 1;
    if (lost.length > 0 || fault !== undefined) miss({ caseId, lost: lost.length, fault: fault ?? "" });
  }
  return tally;
}

async function look(
  { miss }: FigureOptions,
  vault: KilledVault,
  caseId: string,
  tally: Tally,
): Promise<void> {
  const { ms, check } = await vault.reopen(caseId);
  tally.reopenMs.push(ms);
  tally.lost += check.lost.length;
  if (check.fault !== undefined) tally.corrupt += 1;
  if (check.lost.length > 0 || check.fault !== undefined)
    miss({ caseId, lost: check.lost.length, fault: check.fault ?? "" });
}

function sum(tallies: readonly Tally[], last: Tally, acknowledged: number): Figures {
  const total = (read: (tally: Tally) => number): number =>
    tallies.reduce((all, tally) => all + read(tally), 0);
  return {
    kills: total((tally) => tally.kills),
    acknowledged,
    // What is missing is missing at both looks; the second one also sees what went missing in between.
    lost: Math.max(
      total((tally) => tally.lost),
      last.lost,
    ),
    corrupt: Math.max(
      total((tally) => tally.corrupt),
      last.corrupt,
    ),
    medianReopenMs: Math.round(median(tallies.flatMap(({ reopenMs }) => reopenMs))),
  };
}

function figuresOf({ kills, lost, corrupt, reopenMs }: Tally): Figures {
  return { kills, lost, corrupt, medianReopenMs: Math.round(median(reopenMs)) };
}

async function runControls(vault: KilledVault, seed: number): Promise<Figures> {
  let controlLost = 0;
  for (let round = 0; round < CONTROL_KILLS; round += 1) {
    const caseId = `early-${round}`;
    await vault.writeAndKill({
      caseId,
      seed: seed + round,
      kill: "worker",
      afterMs: 200,
      acknowledge: "asked",
    });
    controlLost += (await vault.reopen(caseId)).check.lost.length;
  }
  return { controlLost, controlCorrupt: (await isDamageSeen(vault, seed)) ? 1 : 0 };
}

/** Flips one bit in a case of a length at which its events lie in rows of their own. */
async function isDamageSeen(vault: KilledVault, seed: number): Promise<boolean> {
  for (let round = 0; round < DAMAGE_TRIES; round += 1) {
    const caseId = `damaged-${round}`;
    await vault.writeAndKill({
      caseId,
      seed: seed + round,
      kill: "worker",
      afterKept: SHORTEST_DAMAGED,
      acknowledge: "kept",
    });
    const { length } = vault.acknowledged.placesOf(caseId);
    // A fast machine may have gone on to where rows are gathered before the worker died.
    if (length >= LONGEST_DAMAGED) continue;
    await vault.damageRow(caseId);
    return (await vault.check(caseId)).fault !== undefined;
  }
  return false;
}
