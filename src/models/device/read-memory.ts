/** What can be known of this device's memory. Browsers tell little, on purpose. */
import type { MemoryReport } from "../../contracts/device-report.ts";

export type MemorySource = {
  readonly deviceMemory: unknown;
  readonly userAgent: string;
  readonly maxTouchPoints: number;
};

const GIBIBYTE = 1024 ** 3;
/** What `deviceMemory` says at most: 8 in the standard's first years, more in later versions. */
const LOWEST_CAP_GIBIBYTES = 8;
/** On a phone or tablet of Apple's a page that takes more is ended without a word (mlc-ai/web-llm issue 753). */
const APPLE_PAGE_BYTES = 1.5 * GIBIBYTE;

/** Only Chromium says a number, in powers of two. */
export function readMemory({ deviceMemory, userAgent, maxTouchPoints }: MemorySource): MemoryReport {
  // An iPad asks for the pages of a Mac, and no Mac has a touch screen.
  const isAppleTouch = /iPhone|iPad/u.test(userAgent) || (/Macintosh/u.test(userAgent) && maxTouchPoints > 1);
  if (isAppleTouch) return { type: "memory-about", bytes: APPLE_PAGE_BYTES };
  if (typeof deviceMemory !== "number") return { type: "memory-unknown" };
  return {
    type: deviceMemory < LOWEST_CAP_GIBIBYTES ? "memory-about" : "memory-at-least",
    bytes: deviceMemory * GIBIBYTE,
  };
}
