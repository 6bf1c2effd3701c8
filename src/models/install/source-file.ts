/** A file that may become part of a pack, wherever it lies: on the person's disk, or already among the incoming. */

export type SourceFile = {
  readonly name: string;
  readonly bytes: number;
  /** Some bytes of it; fewer where it ends. */
  readonly read: (from: number, to: number) => Promise<Uint8Array<ArrayBuffer>>;
};

/** A file that a person picked. */
export function fromPicked(file: File): SourceFile {
  return {
    name: file.name,
    bytes: file.size,
    read: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
  };
}

/** A small file as text; undefined where it is larger than such a file can be. */
async function readSmallText(file: SourceFile, mostBytes: number): Promise<string | undefined> {
  if (file.bytes > mostBytes) return undefined;
  return new TextDecoder().decode(await file.read(0, file.bytes));
}

/** A small file as JSON; undefined where it is none. */
export async function readSmallJson(file: SourceFile, mostBytes: number): Promise<unknown> {
  const text = await readSmallText(file, mostBytes);
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** A field of something that came from a file; undefined where there is no such field. */
export function readField(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  const field: unknown = Reflect.get(value, name);
  return field;
}

/** A field that holds a text. */
export function readTextField(value: unknown, name: string): string | undefined {
  const field = readField(value, name);
  return typeof field === "string" && field !== "" ? field : undefined;
}

/** A field that holds a whole number above zero. */
export function readCountField(value: unknown, name: string): number | undefined {
  const field = readField(value, name);
  return typeof field === "number" && Number.isSafeInteger(field) && field > 0 ? field : undefined;
}
