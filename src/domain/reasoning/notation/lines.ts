/**
 * Cuts a stream of byte chunks into lines. A push costs what its own bytes cost, however long the open line is,
 * and the caller may reuse its chunk afterwards.
 */

export type ByteLine = {
  readonly bytes: Uint8Array;
  /** Offset of the line's first byte in the stream. */
  readonly start: number;
  /** False only for a last line that the stream ended without a line break. */
  readonly closed: boolean;
};

export type LineCutter = {
  readonly push: (chunk: Uint8Array) => readonly ByteLine[];
  readonly finish: () => readonly ByteLine[];
};

const NEWLINE = 0x0a;

/** A cutter with nothing in it yet. */
export function createLineCutter(): LineCutter {
  let open = new Uint8Array(256);
  let openLength = 0;
  let openStart = 0;

  function keep(piece: Uint8Array): void {
    if (openLength + piece.length > open.length) {
      const larger = new Uint8Array(Math.max(open.length * 2, openLength + piece.length));
      larger.set(open.subarray(0, openLength));
      open = larger;
    }
    open.set(piece, openLength);
    openLength += piece.length;
  }

  function take(closed: boolean): ByteLine {
    const line = { bytes: open.slice(0, openLength), start: openStart, closed };
    openStart += openLength + 1;
    openLength = 0;
    return line;
  }

  return {
    push: (chunk) => {
      const lines: ByteLine[] = [];
      let from = 0;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        keep(chunk.subarray(from, at));
        lines.push(take(true));
        from = at + 1;
      }
      keep(chunk.subarray(from));
      return lines;
    },
    finish: () => (openLength === 0 ? [] : [take(false)]),
  };
}
