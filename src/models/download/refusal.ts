/** Why one request brought no file, and whether asking again can help. */
import type { ShelfError } from "../../contracts/model-shelf-error.ts";

export type Refusal = {
  readonly error: ShelfError;
  readonly isTransient: boolean;
  /** The server's own wish, already within what a person would wait. */
  readonly waitSeconds?: number;
};

/** Asking the same again gives the same. */
export function lasting(error: ShelfError): Refusal {
  return { error, isTransient: false };
}

/** The next try may work. */
export function passing(error: ShelfError): Refusal {
  return { error, isTransient: true };
}

const TRANSIENT_STATUSES: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);
const LONGEST_WISH_SECONDS = 120;

/** The refusal in a status that is neither success nor a range that does not exist. */
export function refuseStatus(file: string, { status, headers }: Response): Refusal {
  const error = { type: "shelf-http-status", file, status } as const;
  if (!TRANSIENT_STATUSES.has(status)) return lasting(error);
  const wish = Number(headers.get("Retry-After") ?? Number.NaN);
  if (!Number.isFinite(wish) || wish < 0) return passing(error);
  return { ...passing(error), waitSeconds: Math.min(wish, LONGEST_WISH_SECONDS) };
}
