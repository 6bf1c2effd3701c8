/**
 * One tab at a time holds a model on the graphics device: two would each take its memory and lose it to each other.
 * The claim is a Web Lock, so a tab that crashes gives it back without a word.
 */

export type DeviceClaim = {
  /** Whether it is ours now; false while another tab holds it. */
  readonly take: () => Promise<boolean>;
  readonly release: () => void;
};

const LOCK_NAME = "curbside-graphics-device";

type Locks = {
  readonly request: (
    name: string,
    options: { readonly ifAvailable: true },
    whileHeld: (lock: unknown) => Promise<void>,
  ) => Promise<void>;
};

/** The claim of this tab, not taken yet; `locks` is `navigator.locks`. */
export function createDeviceClaim(locks: Locks): DeviceClaim {
  let letGo: (() => void) | undefined;
  const holdUntilReleased = (): Promise<void> =>
    new Promise((resolve) => {
      letGo = resolve;
    });
  return {
    take: () =>
      letGo !== undefined
        ? Promise.resolve(true)
        : new Promise((resolve, reject) => {
            const whileHeld = async (lock: unknown): Promise<void> => {
              resolve(lock !== null);
              if (lock !== null) await holdUntilReleased();
            };
            locks.request(LOCK_NAME, { ifAvailable: true }, whileHeld).catch(reject);
          }),
    release: () => {
      letGo?.();
      letGo = undefined;
    },
  };
}
