/** The synthetic teaching cases that come with the app. */
import type { TeachingCase, TeachingCaseIndex } from "../domain/argument/teaching/teaching-case.ts";
import type { Result } from "../shared/result.ts";

export type TeachingLibraryError =
  /** The file did not come: no server and not kept for offline use. */
  | { readonly type: "teaching-file-missing" }
  /** The file came and is not what a teaching case looks like. */
  | { readonly type: "teaching-file-unreadable" };

export type TeachingLibrary = {
  readonly readIndex: () => Promise<Result<TeachingCaseIndex, TeachingLibraryError>>;
  readonly readCase: (id: string) => Promise<Result<TeachingCase, TeachingLibraryError>>;
  /** The written walk-through of a case: thinking between its marks, then lines of the step notation. */
  readonly readScript: (id: string) => Promise<Result<string, TeachingLibraryError>>;
};
