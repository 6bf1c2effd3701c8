import { isFilledText, isShape, isText, isWordOf } from "../../contracts/guards.ts";
import type { Profile } from "../../contracts/vault.ts";

/** A profile as it was kept. */
export const isProfile = isShape<Profile>({
  id: isFilledText,
  name: isText,
  kind: isWordOf(["clinician", "educator", "learner"]),
});
