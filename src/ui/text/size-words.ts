/** Sizes in the words people buy memory in. */

const UNITS = ["bytes", "kB", "MB", "GB", "TB"] as const;

/** Memory as it is sold: a machine of 16 GB has 16 times 1,024³ bytes. */
export function memoryToWords(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  return toWords(bytes / 1024 ** power, power);
}

/** "1.4 GB": at most three figures, decimal units as drives and browsers count them. */
export function bytesToWords(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  return toWords(bytes / 1000 ** power, power);
}

function toWords(amount: number, power: number): string {
  const digits = power === 0 || amount >= 100 ? 0 : 1;
  return `${amount.toFixed(digits)} ${UNITS[power] ?? "bytes"}`;
}
