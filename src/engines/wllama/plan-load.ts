/**
 * Whether an installed pack can be run here, from its manifest and its own header: everything that can be refused is
 * refused with the numbers before the library sees a byte.
 */
import type { EngineError } from "../../contracts/engine-error.ts";
import { findGgufMisfit, recogniseChatTemplate } from "../../contracts/gguf-fit.ts";
import { MOST_GGUF_HEADER_BYTES, parseGgufHeader, type GgufHeader } from "../../contracts/gguf-header.ts";
import type { Pack, PackFile } from "../../contracts/pack.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { CHAT_TEMPLATES } from "../templates/families.ts";

export type KnownTemplate = (typeof CHAT_TEMPLATES)[number];

export type LoadPlan = {
  readonly file: File;
  readonly contextTokens: number;
  readonly template: KnownTemplate;
};

/** What 32-bit page counts of the library's memory can hold. */
const MOST_MEMORY_BYTES = 4 * 1024 ** 3;
/** The library itself, what it computes in, and the vocabulary. */
const OVERHEAD_BYTES = 512 * 1024 ** 2;
/** The context in use, and earlier ones that the library keeps beside it (see `conversation.ts`). */
const KEPT_CONTEXTS = 2;
const CONTEXT_STEP = 256;
const FIRST_LOOK_BYTES = 1024 * 1024;

/** The one file of the pack; undefined when it is no pack for this engine. */
export function ggufFileOf({ format, files }: Pack): PackFile | undefined {
  return format === "gguf" && files.length === 1 ? files[0] : undefined;
}

/** The plan for a file whose bytes are known to be those that were installed. */
export async function planLoad(
  { model }: Pack,
  file: File,
  contextTokens: number,
): Promise<Result<LoadPlan, EngineError>> {
  const header = await readHeader(file);
  if (header === undefined || findGgufMisfit(header, file.size) !== undefined)
    return err({ type: "engine-model-unfit" });
  const templateId = model.template ?? recogniseChatTemplate(header.chatTemplate ?? "");
  const template = CHAT_TEMPLATES.find(({ id }) => id === templateId);
  if (template === undefined) return err({ type: "engine-model-unfit" });
  const mostTokens = mostContextTokens(header, file.size);
  if (mostTokens < 1) return err({ type: "engine-unsupported", missing: "memory" });
  if (contextTokens < 1 || contextTokens > mostTokens)
    return err({ type: "engine-context-too-large", contextTokens, mostTokens });
  return ok({ file, contextTokens: wholeSteps(contextTokens), template });
}

/** The library rounds up as well, but does not say so. */
function wholeSteps(contextTokens: number): number {
  return Math.ceil(contextTokens / CONTEXT_STEP) * CONTEXT_STEP;
}

/** The header, however long; undefined for a file that is no GGUF or was cut off in it. */
async function readHeader(file: File): Promise<GgufHeader | undefined> {
  for (let bytes = FIRST_LOOK_BYTES; bytes <= MOST_GGUF_HEADER_BYTES; bytes *= 4) {
    const parsed = parseGgufHeader(new Uint8Array(await file.slice(0, bytes).arrayBuffer()));
    if (parsed.ok) return parsed.value;
    if (parsed.error.type === "gguf-unreadable" || bytes >= file.size) return undefined;
  }
  return undefined;
}

function mostContextTokens({ contextTokens, bytesPerContextToken }: GgufHeader, fileBytes: number): number {
  const room = MOST_MEMORY_BYTES - OVERHEAD_BYTES - fileBytes;
  if (bytesPerContextToken === 0) return room > 0 ? contextTokens : 0;
  return Math.min(contextTokens, Math.floor(room / (bytesPerContextToken * KEPT_CONTEXTS)));
}
