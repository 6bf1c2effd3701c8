/**
 * What may be promised about the seal, tier by tier. Each sentence must be true for the browser that shows it: see
 * docs/threat-model.md before changing a word.
 */
import type { SealTier } from "../../workbench/seal/seal.ts";

type TierText = {
  readonly chip: string;
  readonly headline: string;
  readonly promise: string;
  readonly limits: string;
};

export const sealTierText = {
  sealed: {
    chip: "Sealed",
    headline: "Sealed by this browser (tier A)",
    promise: "The browser itself blocks every connection except to this app's own address.",
    limits:
      "It cannot stop browser extensions, a screenshot, printing or what you copy elsewhere. Use a browser profile without extensions for patient work.",
  },
  guarded: {
    chip: "Guarded",
    headline: "Guarded by this browser (tier B)",
    promise:
      "Blocked for all ordinary requests. This browser cannot yet block a malicious script from using navigation, DNS or WebRTC.",
    limits:
      "Prefer a current Chrome or Edge, or work with the network off. Extensions, screenshots and copying are outside any page's reach.",
  },
  unplugged: {
    chip: "Unplugged",
    headline: "Unplugged (tier C)",
    promise:
      "This device says that it has no network. Everything works, and nothing can be sent while it stays off.",
    limits: "When the network comes back, the promise is again that of this browser.",
  },
  unsealed: {
    chip: "Not sealed",
    headline: "This address does not seal the app",
    promise:
      "The server that delivered Curbside sent no security policy, so only the policy inside the page holds.",
    limits:
      "Do not enter patient text here. Start Curbside with npm start, or ask whoever hosts it to send the headers in its hosting examples.",
  },
} as const satisfies Record<SealTier, TierText>;

export const sealText = {
  looking: "Checking",
  lookingLong: "Curbside is looking at what this browser enforces.",
  open: "How is this page sealed?",
  whatWasSeen: "What was seen",
  policyHeader: "Content security policy on this page",
  allowlistHeader: "Connection allowlist on this page",
  enforcement: "The browser refuses what only the allowlist forbids",
  online: "The device says it is online",
  yes: "Yes",
  no: "No",
  stopped: "Stopped since this page opened",
  stoppedCount: (times: number) => `${times} stopped`,
  stoppedNone: "Nothing had to be stopped.",
  stoppedTimes: (directive: string, times: number) =>
    `${directive}: ${times === 1 ? "once" : `${times} times`}`,
  stoppedNote: "Counted on this device only. What was stopped is not kept, shown or sent.",
} as const;
