/** Sizes in the words people buy memory in. */

const UNITS = ["bytes", "kB", "MB", "GB", "TB"] as const;

/** "1.4 GB": at most three figures, decimal units as drives and browsers count them. */
export function bytesToWords(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1000 ** power;
  const digits = power === 0 || amount >= 100 ? 0 : 1;
  return `${amount.toFixed(digits)} ${UNITS[power] ?? "bytes"}`;
}
