/**
 * The first words of a model on this device, kept beside its files and gone with them. Another graphics device or
 * another browser may rightly compute a little differently, so each has words of its own.
 */
import { PACKS_FOLDER } from "../../contracts/pack.ts";
import { isCount, isListOf } from "../../contracts/guards.ts";

const CANARY_FILE = "canary.json";

type CanaryFolder = {
  readonly getDirectoryHandle: (name: string) => Promise<CanaryFolder>;
  readonly getFileHandle: (
    name: string,
    options?: { readonly create: boolean },
  ) => Promise<{
    readonly getFile: () => Promise<Blob>;
    readonly createWritable: () => Promise<{
      readonly write: (text: string) => Promise<void>;
      readonly close: () => Promise<void>;
    }>;
  }>;
};

export type CanaryFile = {
  /** The words of before; undefined when there are none for this device. */
  readonly read: () => Promise<readonly number[] | undefined>;
  readonly write: (tokens: readonly number[]) => Promise<void>;
};

const isTokens = isListOf(isCount);

/** The words of a pack; `device` names what computes them. */
export function createCanaryFile(
  root: () => Promise<CanaryFolder>,
  packId: string,
  device: string,
): CanaryFile {
  const openFolder = async () =>
    (await (await root()).getDirectoryHandle(PACKS_FOLDER)).getDirectoryHandle(packId);
  const readAll = async (): Promise<object> => {
    try {
      const file = await (await (await openFolder()).getFileHandle(CANARY_FILE)).getFile();
      const read: unknown = JSON.parse(await file.text());
      return typeof read === "object" && read !== null ? read : {};
    } catch {
      // Not written yet, or cut in the middle of it.
      return {};
    }
  };
  return {
    read: async () => {
      const tokens: unknown = Reflect.get(await readAll(), device);
      return isTokens(tokens) ? tokens : undefined;
    },
    write: async (tokens) => {
      const text = JSON.stringify({ ...(await readAll()), [device]: tokens });
      const file = await (await openFolder()).getFileHandle(CANARY_FILE, { create: true });
      const writable = await file.createWritable();
      await writable.write(text);
      await writable.close();
    },
  };
}
