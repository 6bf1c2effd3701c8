/** The engines of this build. Adding one is a folder beside this file and a line in this list. */
import type { EngineEntry } from "../contracts/engine-entry.ts";

export const engines = [] as const satisfies readonly EngineEntry[];
