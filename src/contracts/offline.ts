/** What the screens may know and ask about working with the network gone, and about updates of the app itself. */

/** `starting` until the browser has answered; `not-used` in a development build. */
export type ServiceWorkerState = "starting" | "works" | "missing" | "failed" | "not-used";

export type OfflineState = {
  readonly serviceWorker: ServiceWorkerState;
  /** An update is downloaded and waits to be accepted. */
  readonly updateWaits: boolean;
  /** Another tab accepted an update: this page still runs the earlier build. */
  readonly isOutdated: boolean;
};

export type Offline = {
  readonly subscribe: (onChange: () => void) => () => void;
  readonly read: () => OfflineState;
  readonly acceptUpdate: () => void;
};

/** Name of the app's release and of this very build, by content. */
export type BuildVersion = { readonly version: string; readonly build: string };
