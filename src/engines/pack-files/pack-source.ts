/** As much of the private file system and of the Web Locks as reading an installed pack takes. */

export type PackFileHandle = { readonly getFile: () => Promise<File> };

export type PackFolder = {
  readonly getDirectoryHandle: (name: string) => Promise<PackFolder>;
  readonly getFileHandle: (name: string) => Promise<PackFileHandle>;
};

export type PackLocks = {
  readonly request: (
    name: string,
    options: { readonly mode: "shared"; readonly ifAvailable: true },
    whileHeld: (lock: unknown) => Promise<void>,
  ) => Promise<void>;
};

export type PackSource = {
  readonly root: () => Promise<PackFolder>;
  readonly locks: PackLocks;
};

/** This browser's own, as a worker sees it. */
export function createPackSource({ storage, locks }: Pick<WorkerNavigator, "storage" | "locks">): PackSource {
  return { root: () => storage.getDirectory(), locks };
}
