/** How much memory a model may be planned for, and how much is surely not there. */
import type { MemoryReport } from "../../contracts/device-report.ts";
import { assertNever } from "../../shared/assert.ts";

/**
 * The browser, the system and this app need the rest. Our choice, not measured: on a machine that shares its memory
 * with the graphics device, a model of two thirds of it makes everything else page.
 */
const SHARE_FOR_A_MODEL = 0.6;
/** Planned for where the browser says nothing: what the smallest laptop that is sold today has to spare. */
const UNKNOWN_BYTES = 4 * 1024 ** 3;

export type MemoryBudget = {
  /** A model within this is recommended. */
  readonly plannedBytes: number;
  /** A model beyond this is refused; undefined where nobody can say. */
  readonly mostBytes: number | undefined;
};

/** The budget that a report allows; it never makes up a number that would forbid something. */
export function readMemoryBudget(memory: MemoryReport): MemoryBudget {
  switch (memory.type) {
    case "memory-about":
      return { plannedBytes: memory.bytes * SHARE_FOR_A_MODEL, mostBytes: memory.bytes };
    case "memory-at-least":
      return { plannedBytes: memory.bytes * SHARE_FOR_A_MODEL, mostBytes: undefined };
    case "memory-unknown":
      return { plannedBytes: UNKNOWN_BYTES * SHARE_FOR_A_MODEL, mostBytes: undefined };
    default:
      return assertNever(memory);
  }
}
