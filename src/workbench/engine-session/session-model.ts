/** A model as the workbench knows it: enough to name it, to load it, and to say which other one to try. */
import { isCount, isFilledText, isShape, isWordOf } from "../../contracts/guards.ts";
import type { PackFormat } from "../../contracts/pack.ts";

export type SessionModel = {
  readonly packId: string;
  /** What the person calls it. */
  readonly name: string;
  readonly format: PackFormat;
  readonly bytes: number;
  /** As many tokens of context as were judged to fit. */
  readonly contextTokens: number;
};

export const isSessionModel = isShape<SessionModel>({
  packId: isFilledText,
  name: isFilledText,
  format: isWordOf(["web-llm", "gguf"]),
  bytes: isCount,
  contextTokens: isCount,
});

/** Id of the engine that runs a format. */
export const ENGINE_OF_FORMAT = {
  "web-llm": "web-llm",
  gguf: "wllama",
} as const satisfies Readonly<Record<PackFormat, string>>;

/**
 * What to try when a model does not run here: the largest smaller one of its kind, then the smallest of the other
 * kind, which another engine runs. Undefined where nothing else is installed that could do better.
 */
export function nextToTry(
  models: readonly SessionModel[],
  failed: Pick<SessionModel, "packId" | "format" | "bytes">,
): SessionModel | undefined {
  const bySize = models
    .filter(({ packId }) => packId !== failed.packId)
    .toSorted((left, right) => left.bytes - right.bytes);
  return (
    bySize.findLast(({ format, bytes }) => format === failed.format && bytes < failed.bytes) ??
    bySize.find(({ format }) => format !== failed.format)
  );
}
