import { expect, test } from "vitest";
import type { MemoryReport } from "../../contracts/device-report.ts";
import { readMemory } from "./read-memory.ts";

const GIBIBYTE = 1024 ** 3;
const CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36";
const SAFARI =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/26.0 Safari/605.1.15";
const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) Version/26.0 Mobile/15E148 Safari/604.1";

function chrome(deviceMemory: unknown): MemoryReport {
  return readMemory({ deviceMemory, userAgent: CHROME, maxTouchPoints: 0 });
}

function apple(userAgent: string, maxTouchPoints: number): MemoryReport {
  return readMemory({ deviceMemory: undefined, userAgent, maxTouchPoints });
}

test("a number below the cap is about right, one at or above the lowest cap may be any amount more", () => {
  expect(chrome(4)).toEqual({ type: "memory-about", bytes: 4 * GIBIBYTE });
  expect(chrome(8)).toEqual({ type: "memory-at-least", bytes: 8 * GIBIBYTE });
  expect(chrome(32)).toEqual({ type: "memory-at-least", bytes: 32 * GIBIBYTE });
  expect(chrome(undefined)).toEqual({ type: "memory-unknown" });
});

test("a phone or tablet of Apple's has what its system leaves to a page, a Mac says nothing", () => {
  expect(apple(IPHONE, 5)).toEqual({ type: "memory-about", bytes: 1.5 * GIBIBYTE });
  expect(apple(SAFARI, 5)).toEqual({ type: "memory-about", bytes: 1.5 * GIBIBYTE });
  expect(apple(SAFARI, 0)).toEqual({ type: "memory-unknown" });
});
