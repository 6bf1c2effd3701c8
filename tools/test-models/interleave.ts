/**
 * The order in which the library keeps matrices: blocks of 16 rows, within a block column by column, the 16 rows side
 * by side. Rows are filled up to whole blocks with zeros; gate and value rows are two matrices one after the other.
 */

const BLOCK = 16;

/** A matrix whose rows are `width` numbers (weights, words of eight, or scales), in the order of the library. */
export function interleave<Numbers extends Float32Array | Uint32Array>(
  values: Numbers,
  width: number,
): Numbers {
  const rows = values.length / width;
  const result = createLike(values, Math.ceil(rows / BLOCK) * BLOCK * width);
  for (let row = 0; row < rows; row += 1) {
    const first = Math.floor(row / BLOCK) * BLOCK * width + (row % BLOCK);
    for (let column = 0; column < width; column += 1)
      result[first + column * BLOCK] = values[row * width + column] ?? 0;
  }
  return result;
}

/** The two halves of a gate matrix, each in the order of the library. */
export function interleaveHalves<Numbers extends Float32Array | Uint32Array>(
  values: Numbers,
  width: number,
): Numbers {
  const half = values.length / 2;
  const parts = [values.subarray(0, half), values.subarray(half)].map((part) => interleave(part, width));
  const [first, second] = parts;
  const result = createLike(values, (first?.length ?? 0) + (second?.length ?? 0));
  if (first !== undefined) result.set(first);
  if (second !== undefined) result.set(second, first?.length ?? 0);
  return result;
}

function createLike<Numbers extends Float32Array | Uint32Array>(values: Numbers, length: number): Numbers {
  return (values instanceof Float32Array ? new Float32Array(length) : new Uint32Array(length)) as Numbers;
}
