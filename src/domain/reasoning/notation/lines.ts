/**
 * Cuts a stream of byte chunks into lines. A push costs what its own bytes cost, however long the open line is,
 * and the caller may reuse its chunk afterwards. Lines are handed over as views, because an array of its own for
 * every line cost four times as much as reading the line.
 */

export type ByteLine = {
  /** A view, good only until the visit returns. */
  readonly bytes: Uint8Array;
  /** Offset of the line's first byte in the stream. */
  readonly start: number;
  /** False only for a last line that the stream ended without a line break. */
  readonly closed: boolean;
};

export type LineCutter = {
  readonly push: (chunk: Uint8Array, visit: (line: ByteLine) => void) => void;
  readonly finish: (visit: (line: ByteLine) => void) => void;
};

const NEWLINE = 0x0a;

/** A cutter with nothing in it yet. */
export function createLineCutter(): LineCutter {
  let open = new Uint8Array(256);
  let openLength = 0;
  let start = 0;

  function keep(piece: Uint8Array): void {
    if (openLength + piece.length > open.length) {
      const larger = new Uint8Array(Math.max(open.length * 2, openLength + piece.length));
      larger.set(open.subarray(0, openLength));
      open = larger;
    }
    open.set(piece, openLength);
    openLength += piece.length;
  }

  function take(bytes: Uint8Array, closed: boolean): ByteLine {
    const line = { bytes, start, closed };
    start += bytes.length + 1;
    openLength = 0;
    return line;
  }

  return {
    push: (chunk, visit) => {
      let from = 0;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        if (openLength === 0) visit(take(chunk.subarray(from, at), true));
        else {
          keep(chunk.subarray(from, at));
          visit(take(open.subarray(0, openLength), true));
        }
        from = at + 1;
      }
      if (from < chunk.length) keep(chunk.subarray(from));
    },
    finish: (visit) => {
      if (openLength > 0) visit(take(open.subarray(0, openLength), false));
    },
  };
}
