/** Whether a single GGUF file can become a pack, from its header alone. */
import { findGgufMisfit, recogniseChatTemplate } from "../../contracts/gguf-fit.ts";
import { MOST_GGUF_HEADER_BYTES, parseGgufHeader, type GgufHeader } from "../../contracts/gguf-header.ts";
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import { isPackFileName, type PackModel } from "../../contracts/pack.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { InspectedPack } from "./inspected-pack.ts";
import type { SourceFile } from "./source-file.ts";
import { recogniseStranger, startsWith } from "./strange-file.ts";

/** Enough for most headers; larger ones hold a large vocabulary, and more is read. */
const FIRST_READ_BYTES = 1024 * 1024;
const MOST_ARCHITECTURE_LETTERS = 60;
/** For a file that does not say: every model of the last years has at least this. */
const LEAST_CONTEXT = 2048;

/** Finds out what a file says about itself, and whether it is whole as far as the header tells. */
export async function readGgufFile<Source extends SourceFile>(
  file: Source,
): Promise<Result<InspectedPack<Source>, ShelfError>> {
  if (!startsWith(await file.read(0, 4), "GGUF"))
    return err({ type: "shelf-not-a-model", found: await recogniseStranger(file) });
  const header = await readHeader(file);
  if (header === undefined) return err({ type: "shelf-unreadable-file", file: file.name });
  const misfit = explainMisfit(header, file);
  if (misfit !== undefined) return err(misfit);
  const name = isPackFileName(file.name) ? file.name : "model.gguf";
  return ok({
    format: "gguf",
    source: "file",
    name: nameOf(header, file.name),
    model: describe(header),
    files: [{ name, file, sha256: undefined, md5: undefined }],
    weightBytes: file.bytes,
    largestTensorBytes: 0,
  });
}

async function readHeader(file: SourceFile): Promise<GgufHeader | undefined> {
  const most = Math.min(MOST_GGUF_HEADER_BYTES, file.bytes);
  for (let size = Math.min(FIRST_READ_BYTES, most); ; size = Math.min(size * 4, most)) {
    const header = parseGgufHeader(await file.read(0, size));
    if (header.ok) return header.value;
    if (header.error.type === "gguf-unreadable" || size === most) return undefined;
  }
}

function explainMisfit(header: GgufHeader, { name, bytes }: SourceFile): ShelfError | undefined {
  const misfit = findGgufMisfit(header, bytes);
  if (misfit === undefined) return undefined;
  const errors = {
    "unknown-architecture": {
      type: "shelf-unknown-architecture",
      architecture: header.architecture.slice(0, MOST_ARCHITECTURE_LETTERS),
    },
    "no-vocabulary": { type: "shelf-unreadable-file", file: name },
    "in-parts": { type: "shelf-in-parts", parts: header.parts },
    "cut-off": { type: "shelf-wrong-size", file: name, bytes, wanted: header.leastBytes },
  } as const satisfies Record<typeof misfit, ShelfError>;
  return errors[misfit];
}

function nameOf(header: GgufHeader, fileName: string): string {
  const own = header.name?.trim().slice(0, 100) ?? "";
  return own === "" ? fileName.replace(/\.gguf$/iu, "") : own;
}

function describe(header: GgufHeader): PackModel {
  const { architecture, quantisation, contextTokens, bytesPerContextToken, chatTemplate } = header;
  return {
    architecture,
    template: chatTemplate === undefined ? undefined : recogniseChatTemplate(chatTemplate),
    quantisation,
    contextTokens: contextTokens === 0 ? LEAST_CONTEXT : contextTokens,
    needsHalfPrecision: false,
    bytesPerContextToken,
  };
}
