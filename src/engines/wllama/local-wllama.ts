/**
 * wllama with its files from this build and from nowhere else. Where a browser lacks a feature, the library would load
 * another build of itself from a CDN; here it is asked for its files by a method of ours, which knows no other.
 */
import { Wllama } from "@wllama/wllama/esm/index.js";
import program from "@wllama/wllama/src/wasm/wllama.js?raw";
import wasmAddress from "@wllama/wllama/esm/wasm/wllama.wasm?url";
import { admitOwnBlobsProgram } from "./own-blobs.ts";

type Logger = NonNullable<NonNullable<ConstructorParameters<typeof Wllama>[1]>["logger"]>;

/** The library, its own files only. */
export class LocalWllama extends Wllama {
  constructor(logger: Logger) {
    super({ default: wasmAddress }, { logger, suppressNativeLog: true });
    this.setCompat(null);
  }

  override getWorkerResources(): ReturnType<Wllama["getWorkerResources"]> {
    return {
      wasmPath: new URL(wasmAddress, location.href).href,
      jsPath: { code: admitOwnBlobsProgram() + program },
      compat: false,
    };
  }
}
