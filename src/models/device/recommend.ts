/** Which model to take on a device: the largest whose numbers leave room for everything else that runs. */
import type { DeviceReport } from "../../contracts/device-report.ts";
import type { CatalogueEntry, JudgedEntry, Recommendation } from "../../contracts/model-shelf.ts";
import { demandsOfEntry } from "./demands.ts";
import { judgeFit } from "./judge-fit.ts";
import { readMemoryBudget } from "./memory-budget.ts";

/** Judges every entry and names the best; without WebGPU, or on a software adapter, that is one for the processor. */
export function recommend(entries: readonly CatalogueEntry[], report: DeviceReport): Recommendation {
  const judged = entries.map((entry) => ({ entry, fit: judgeFit(demandsOfEntry(entry), report) }));
  const { plannedBytes } = readMemoryBudget(report.memory);
  const suited = judged.filter(({ fit }) => fit.type === "fits" && fit.neededBytes <= plannedBytes);
  const isFast = report.gpu.type === "gpu-ready" && !report.gpu.isSoftware;
  const first = suited.filter(({ entry }) => (entry.format === "web-llm") === isFast);
  const best = largest(first) ?? largest(suited);
  return {
    judged,
    best: best?.entry.id,
    memoryBytes: report.memory.type === "memory-unknown" ? undefined : report.memory.bytes,
  };
}

/** Of equals the one that takes less memory, and then the one that the catalogue names first. */
function largest(judged: readonly JudgedEntry[]): JudgedEntry | undefined {
  let best: JudgedEntry | undefined;
  for (const one of judged) {
    const more = one.entry.parameters - (best?.entry.parameters ?? 0);
    const less = (best?.entry.memoryBytes ?? 0) - one.entry.memoryBytes;
    const isNewer = best === undefined || one.entry.family === best.entry.family;
    if (more > 0 || (more === 0 && isNewer && less > 0)) best = one;
  }
  return best;
}
