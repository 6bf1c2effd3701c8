/** Turns what was seen into the figures of the proof. */
import type { Sighting } from "./journal.ts";

export type Tally = {
  /** Channels by which bytes arrived somewhere. */
  readonly leaks: readonly string[];
  /** Channels by which no more than a name or an empty connection got out. */
  readonly dnsOnly: readonly string[];
  readonly vendorNames: readonly string[];
  readonly canaryInVendorRequests: number;
  readonly reachedAllowed: boolean;
};

/** Sorts the sightings; a name or address that is nobody's counts as a leak of its own. Allowed hosts are no leak. */
export function tallySightings(sightings: readonly Sighting[]): Tally {
  const ours = sightings.filter((seen) => seen.channel !== "vendor" && seen.channel !== "allowed");
  const leaks = new Set(ours.filter((seen) => seen.kind === "bytes").map(nameOf));
  const rest = ours.map(nameOf).filter((name) => !leaks.has(name));
  const vendors = sightings.filter((seen) => seen.channel === "vendor");
  const vendorNames = vendors.map((seen) => seen.to).filter((name) => /[a-z]/.test(name));
  return {
    leaks: [...leaks].toSorted(),
    dnsOnly: [...new Set(rest)].toSorted(),
    vendorNames: [...new Set(vendorNames)].toSorted(),
    canaryInVendorRequests: vendors.filter((seen) => seen.hasCanary).length,
    reachedAllowed: sightings.some((seen) => seen.channel === "allowed" && seen.kind === "bytes"),
  };
}

function nameOf(seen: Sighting): string {
  return seen.channel === "unknown" ? `unknown ${seen.to}` : seen.channel;
}
