/** What one channel of the proof is: one way in which a script running in the page could send text to another host. */

export type Family = "request" | "element" | "hint" | "navigation" | "frame" | "worker" | "browser";

/** Where a channel sends to. The host name is the channel's own, and holds the canary, so that a bare lookup counts. */
export type Target = {
  readonly host: string;
  readonly http: string;
  readonly https: string;
  readonly webSocket: string;
  /** `host:port` of the STUN and TURN server. */
  readonly relay: string;
  readonly canary: string;
};

export type Channel = {
  /** Also the second label of its host name: letters, digits and hyphens. */
  readonly id: string;
  readonly family: Family;
  /** Whether the short run for CI tries it. */
  readonly short?: true;
  /** Works only in the tab in front, so it is tried while no other page is open. */
  readonly alone?: true;
  /** Runs inside the page, so it can use nothing from this module but its argument and `attack`. */
  readonly run: (target: Target) => unknown;
};

/** What every page of the proof is given before its own scripts, in `page-script.ts`. */
export type Attack = {
  /** Passes an address through whatever Trusted Types policy the page could be talked into. */
  readonly scriptUrl: (url: string) => string;
  readonly script: (text: string) => string;
  /** Holds objects so that they are not collected before they acted. */
  readonly kept: unknown[];
};

declare global {
  // A page global can only be declared with var.
  var attack: Attack;
  /** https://developer.mozilla.org/docs/Web/API/Window/fetchLater; not in TypeScript's DOM library yet. */
  function fetchLater(url: string, options?: RequestInit & { readonly activateAfter?: number }): unknown;
}
