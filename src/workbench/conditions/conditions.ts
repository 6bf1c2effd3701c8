/**
 * Bad days of the surroundings: what this browser or host does not give, each with its own sentence in
 * `ui/text/conditions.ts`. They are facts read at start and after changes; none of them is ever guessed.
 */

import type { ServiceWorkerState } from "../../contracts/offline.ts";

export type Condition =
  /** Plain http on another machine's address: no encryption, storage, workers or graphics processor. */
  | "insecure-address"
  | "database-refused"
  | "storage-full"
  | "service-worker-missing"
  | "service-worker-failed";

export type Surroundings = {
  readonly isSecure: boolean;
  readonly database: "works" | "refused";
  readonly usedBytes: number;
  readonly quotaBytes: number;
  readonly serviceWorker: ServiceWorkerState;
};

/** Room below which the next long case might not fit (design choice: 20 MB, about 100 long records). */
export const SMALLEST_ROOM_BYTES = 20_000_000;

/** What is wrong, the worst first; an insecure address is the cause of the others and stands alone. */
export function readConditions(surroundings: Surroundings): readonly Condition[] {
  if (!surroundings.isSecure) return ["insecure-address"];
  const conditions: Condition[] = [];
  if (surroundings.database === "refused") conditions.push("database-refused");
  const room = surroundings.quotaBytes - surroundings.usedBytes;
  if (surroundings.quotaBytes > 0 && room < SMALLEST_ROOM_BYTES) conditions.push("storage-full");
  if (surroundings.serviceWorker === "missing") conditions.push("service-worker-missing");
  if (surroundings.serviceWorker === "failed") conditions.push("service-worker-failed");
  return conditions;
}
