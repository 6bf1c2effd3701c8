import { expect, test } from "vitest";
import { createCanaryFile } from "./canary-file.ts";

type Folder = Awaited<ReturnType<Parameters<typeof createCanaryFile>[0]>>;

/** A private file system with one pack in it, whose canary file is what `text` says. */
function createRoot(start: string | undefined) {
  let text = start;
  const folder: Folder = {
    getDirectoryHandle: async () => folder,
    getFileHandle: async (_name, options) => {
      if (text === undefined && options?.create !== true) throw new DOMException("none", "NotFoundError");
      return {
        getFile: async () => new Blob([text ?? ""]),
        createWritable: async () => {
          let written = "";
          return {
            write: async (part) => {
              written += part;
            },
            close: async () => {
              text = written;
            },
          };
        },
      };
    },
  };
  return async () => folder;
}

test("keeps the first words of each device apart", async () => {
  const root = createRoot(undefined);
  const one = createCanaryFile(root, "tiny", "one device");
  const other = createCanaryFile(root, "tiny", "another device");
  expect(await one.read()).toBeUndefined();
  await one.write([1, 2, 3]);
  expect([await one.read(), await other.read()]).toEqual([[1, 2, 3], undefined]);
  await other.write([4]);
  expect([await one.read(), await other.read()]).toEqual([[1, 2, 3], [4]]);
});

test.each(["", "{", "[]", '{"one device":"words"}', '{"one device":[-1]}', "null"])(
  "what cannot be read (%s) counts as never written",
  async (text) => {
    const file = createCanaryFile(createRoot(text), "tiny", "one device");
    expect(await file.read()).toBeUndefined();
    await file.write([7]);
    expect(await file.read()).toEqual([7]);
  },
);
