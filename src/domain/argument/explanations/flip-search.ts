/** What either way of searching for flip sets returns. */
import type { NodeId } from "../graph.ts";
import type { Confidence, LimitCode } from "./answer.ts";

/** What a search found: all sets are of the same, smallest size. */
export type FlipSearch = {
  readonly sets: readonly (readonly NodeId[])[];
  readonly confidence: Confidence;
  readonly limits: readonly LimitCode[];
};
