/** Exceptions of the file system, told apart by name: their sentences are the browser's, and differ. */
import type { StoreFailure } from "./store-messages.ts";

/** Thrown by our own work on files where the fault already has a word. */
export class StoreFault extends Error {
  readonly failure: StoreFailure;

  constructor(failure: StoreFailure) {
    super(failure);
    this.name = "StoreFault";
    this.failure = failure;
  }
}

const FAILURES: Readonly<Record<string, StoreFailure>> = {
  QuotaExceededError: "disk-full",
  NotFoundError: "missing",
  NoModificationAllowedError: "in-use",
  InvalidModificationError: "in-use",
  SecurityError: "no-file-system",
  NotSupportedError: "no-file-system",
};

/** What an exception of the file system means. */
export function readFailure(error: unknown): StoreFailure {
  if (error instanceof StoreFault) return error.failure;
  const name = typeof error === "object" && error !== null && "name" in error ? error.name : undefined;
  return (typeof name === "string" ? FAILURES[name] : undefined) ?? "unexpected";
}
