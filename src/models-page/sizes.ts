/** Numbers as this page says them, in the same steps as the workbench. */

const UNITS = ["bytes", "kB", "MB", "GB", "TB"] as const;

/** "1.4 GB": at most three figures, decimal units as drives and browsers count them. */
export function bytesToWords(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1000 ** power;
  const digits = power === 0 || amount >= 100 ? 0 : 1;
  return `${amount.toFixed(digits)} ${UNITS[power] ?? "bytes"}`;
}

/** Memory as it is sold and as the Models screen tells it: a device of 16 GB has 16 times 1,024³ bytes. */
export function memoryToWords(bytes: number): string {
  const gigabytes = bytes / 1024 ** 3;
  return gigabytes >= 1 ? `${trim(gigabytes)} GB` : `${trim(bytes / 1024 ** 2)} MB`;
}

/** "4 billion", "596 million": parameters as people speak of them. */
export function countToWords(count: number): string {
  if (count >= 1e9) return `${trim(count / 1e9)} billion`;
  return count >= 1e6 ? `${trim(count / 1e6)} million` : String(count);
}

/** Rounded as a person would say it, so that the words do not flicker. */
export function secondsToWords(seconds: number): string {
  if (seconds < 5) return "almost done";
  const fives = Math.round(seconds / 5) * 5;
  if (fives < 60) return `about ${fives} seconds left`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `about ${minutes} ${minutes === 1 ? "minute" : "minutes"} left`;
  const tens = Math.round(seconds / 600) * 10;
  const [hours, rest] = [Math.floor(tens / 60), tens % 60];
  return rest === 0 ? `about ${hours} h left` : `about ${hours} h ${rest} min left`;
}

function trim(amount: number): string {
  return amount.toFixed(amount >= 100 ? 0 : 1).replace(/\.0$/u, "");
}
