/** An installed pack as the model that the engine session runs. */
import type { InstalledPack } from "../../contracts/model-shelf.ts";
import type { SessionModel } from "../../workbench/engine-session/session-model.ts";

/** With as much context as was judged to fit. */
export function toSessionModel({ pack, bytes }: InstalledPack, contextTokens: number): SessionModel {
  return { packId: pack.id, name: pack.name, format: pack.format, bytes, contextTokens };
}
