import type { InstallJob } from "../../contracts/model-shelf.ts";
import type { PackFormat, PackModel } from "../../contracts/pack.ts";
import type { SourceFile } from "./source-file.ts";

export type WantedFile<Source extends SourceFile = SourceFile> = {
  /** As the engine will ask for it; the file itself may be called otherwise. */
  readonly name: string;
  readonly file: Source;
  /** What it must hash to, where something says so. */
  readonly sha256: string | undefined;
  readonly md5: string | undefined;
};

/** What a folder or file turned out to be, before a byte of it is copied. */
export type InspectedPack<Source extends SourceFile = SourceFile> = {
  readonly format: PackFormat;
  readonly source: Extract<InstallJob["source"], "folder" | "file">;
  readonly name: string;
  readonly model: PackModel;
  readonly files: readonly WantedFile<Source>[];
  readonly weightBytes: number;
  readonly largestTensorBytes: number;
};
