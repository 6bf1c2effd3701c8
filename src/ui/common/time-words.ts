/** Points in time in the words of the reader's own language. */

const day = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });
const minute = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

/** "21 Nov 2026". */
export function dayToWords(time: number): string {
  return day.format(time);
}

/** "21 Nov 2026, 14:05". */
export function timeToWords(time: number): string {
  return minute.format(time);
}
