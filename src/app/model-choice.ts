/** Remembers which model was chosen, in this browser. Nothing about a patient is in here. */
import { isSessionModel, type SessionModel } from "../workbench/engine-session/session-model.ts";

const STORED_AS = "curbside-model";

export type ModelChoice = {
  readonly read: () => SessionModel | undefined;
  readonly write: (model: SessionModel | undefined) => void;
};

/** Where storage is blocked, the choice holds until the page is closed. */
export function createModelChoice(): ModelChoice {
  return {
    read: () => {
      try {
        const read: unknown = JSON.parse(localStorage.getItem(STORED_AS) ?? "null");
        return isSessionModel(read) ? read : undefined;
      } catch {
        return undefined;
      }
    },
    write: (model) => {
      try {
        if (model === undefined) localStorage.removeItem(STORED_AS);
        else localStorage.setItem(STORED_AS, JSON.stringify(model));
      } catch {
        // Nothing depends on it.
      }
    },
  };
}
