import { isFilledText } from "../../contracts/guards.ts";

/** JSON of a header from wherever it came; undefined where it is none. */
export function parseHeader(text: unknown): unknown {
  try {
    return isFilledText(text) ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
