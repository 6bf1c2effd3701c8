/** Turns what was seen into the figures of the proof. */
import type { Sighting } from "./journal.ts";

export type Tally = {
  /** Channels by which bytes arrived somewhere. */
  readonly leaks: readonly string[];
  /** Channels by which no more than a name or an empty connection got out. */
  readonly dnsOnly: readonly string[];
  readonly vendorNames: readonly string[];
  readonly canaryInVendorRequests: number;
};

/** Sorts the sightings; a name or address that is nobody's counts as a leak of its own. */
export function tallySightings(sightings: readonly Sighting[]): Tally {
  const ours = sightings.filter((seen) => seen.channel !== "vendor");
  const nameOf = (seen: Sighting) => (seen.channel === "unknown" ? `unknown ${seen.to}` : seen.channel);
  const leaks = new Set(ours.filter((seen) => seen.kind === "bytes").map(nameOf));
  const rest = ours.map(nameOf).filter((name) => !leaks.has(name));
  const vendors = sightings.filter((seen) => seen.channel === "vendor");
  const vendorNames = vendors.filter((seen) => seen.kind === "name").map((seen) => seen.to);
  return {
    leaks: [...leaks].toSorted(),
    dnsOnly: [...new Set(rest)].toSorted(),
    vendorNames: [...new Set(vendorNames)].toSorted(),
    canaryInVendorRequests: vendors.filter((seen) => seen.hasCanary).length,
  };
}
