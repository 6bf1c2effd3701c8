/** The registry of error codes: what a mark can name (clinical foundation 4). Adding a family is one file and one line. */
import type { ErrorCode, MarkedPart } from "./error-code.ts";
import { REASONING_ERRORS } from "./reasoning-errors.ts";
import { THINKING_PATTERNS } from "./thinking-patterns.ts";

const OTHER: ErrorCode = {
  code: "X0",
  family: "other",
  name: "Other",
  definition: "Something that no code names; say it in the comment.",
  fits: ["node", "edge", "span", "case"],
};

/** In the order of the codebook. */
export const ERROR_CODES: readonly ErrorCode[] = [...REASONING_ERRORS, ...THINKING_PATTERNS, OTHER];

const BY_CODE: ReadonlyMap<string, ErrorCode> = new Map(ERROR_CODES.map((entry) => [entry.code, entry]));

/** What a code means; undefined for one of a later version or another program. */
export function findErrorCode(code: string | undefined): ErrorCode | undefined {
  return code === undefined ? undefined : BY_CODE.get(code);
}

/** All codes, those that fit first; the order within each is that of the codebook. */
export function codesFor(part: MarkedPart): readonly ErrorCode[] {
  const fits = ({ fits: parts }: ErrorCode): boolean => parts.includes(part);
  return [...ERROR_CODES.filter(fits), ...ERROR_CODES.filter((entry) => !fits(entry))];
}
