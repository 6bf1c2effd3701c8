/** IndexedDB as promises, and its failures as typed values. */
import type { RowError } from "./row-store.ts";

/** Settles as the request does. */
export function settle<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(toError(request.error)));
  });
}

/** Settles when the transaction is in, or is not: a request that succeeded says nothing about that. */
export function complete(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () => reject(toError(transaction.error)));
  });
}

function toError(error: DOMException | null): Error {
  // An abort by the browser itself (a full disk, the page going away) carries no error.
  return error ?? new DOMException("The transaction was aborted", "AbortError");
}

/** The typed reason of what IndexedDB threw; a bug of ours is none of these and stays one. */
export function toRowError(thrown: unknown): RowError {
  const name = thrown instanceof Error ? thrown.name : "";
  switch (name) {
    case "ConstraintError":
      return { type: "row-taken" };
    case "QuotaExceededError":
      return { type: "vault-no-room" };
    case "InvalidStateError":
    case "NotFoundError":
      return { type: "vault-connection-lost" };
    case "AbortError":
    case "UnknownError":
    case "DataError":
    case "TimeoutError":
    case "NotReadableError":
    case "OperationError":
      return { type: "vault-write-failed" };
    default:
      throw thrown;
  }
}
