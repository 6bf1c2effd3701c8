/**
 * A model file as wllama reads it: piece by piece, straight from disk into its memory. Counts what was read, because
 * the library does not tell; a browser that cannot suspend a program reads it as a stream instead.
 */

/** A view of the file, to be used in its place; `onBytes` hears how many of its bytes are read or about to be. */
export function createModelBlob(file: File, onBytes: (bytes: number) => void): Blob {
  let furthest = 0;
  const hear = (to: number): void => {
    furthest = Math.max(furthest, Math.min(to, file.size));
    onBytes(furthest);
  };
  const slice = (from: number, to: number): Blob => {
    hear(to);
    return file.slice(from, to);
  };
  const stream = (): ReadableStream<Uint8Array> => {
    let passed = 0;
    const counter = new TransformStream<Uint8Array, Uint8Array>({
      transform: (piece, controller) => {
        passed += piece.length;
        hear(passed);
        controller.enqueue(piece);
      },
    });
    return file.stream().pipeThrough(counter);
  };
  return new Proxy(file, {
    get: (target, name) => {
      if (name === "slice") return slice;
      if (name === "stream") return stream;
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      // The browser's own methods work on the file itself only.
      return (...inputs: readonly unknown[]): unknown => Reflect.apply(value, target, inputs);
    },
  });
}
