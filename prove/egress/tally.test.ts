import { expect, test } from "vitest";
import type { Sighting } from "./journal.ts";
import { tallySightings } from "./tally.ts";

function seen(
  channel: string,
  kind: Sighting["kind"],
  to = `x.${channel}.test`,
  hasCanary = false,
): Sighting {
  return { channel, kind, via: "dns", hasCanary, to };
}

test("bytes are a leak; a name or a connection alone is counted apart", () => {
  const tally = tallySightings([
    seen("fetch", "name"),
    seen("fetch", "bytes"),
    seen("dns-prefetch", "name"),
    seen("preconnect", "connection"),
  ]);
  expect(tally.leaks).toEqual(["fetch"]);
  expect(tally.dnsOnly).toEqual(["dns-prefetch", "preconnect"]);
});

test("what belongs to no channel is a leak under its own name", () => {
  expect(tallySightings([seen("unknown", "bytes", "203.0.113.9")]).leaks).toEqual(["unknown 203.0.113.9"]);
});

test("the browser's maker is listed apart, and the canary is looked for there too", () => {
  const tally = tallySightings([
    seen("vendor", "name", "accounts.google.com"),
    seen("vendor", "bytes", "accounts.google.com", true),
  ]);
  expect(tally).toEqual({
    leaks: [],
    dnsOnly: [],
    vendorNames: ["accounts.google.com"],
    canaryInVendorRequests: 1,
    reachedAllowed: false,
  });
});

test("a host that the page may reach is no leak, and is seen to be reached", () => {
  const tally = tallySightings([seen("allowed", "bytes", "huggingface.co")]);
  expect(tally.leaks).toEqual([]);
  expect(tally.reachedAllowed).toBe(true);
});
