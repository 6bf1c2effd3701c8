/** Web Locks that keep tabs from getting in each other's way; the browser gives them back when a tab is gone. */
import { packLockName } from "../../contracts/pack.ts";

export type Locks = Pick<LockManager, "request">;

/** Only one tab installs at a time: two would fill the disk together. */
const INSTALLER = "curbside-installer";

/** Held for as long as someone works on an installation; without a holder its files are leftovers. */
export function jobLockName(jobId: string): string {
  return `curbside-install-${jobId}`;
}

/** Takes a lock now or not at all. What it gives back lets go of it. */
function holdNow(
  locks: Locks,
  name: string,
  mode: LockMode = "exclusive",
): Promise<(() => void) | undefined> {
  return new Promise((resolve, reject) => {
    locks
      .request(name, { mode, ifAvailable: true }, (lock) => {
        if (lock === null) return resolve(undefined);
        return new Promise<void>((release) => {
          resolve(() => release());
        });
      })
      .catch(reject);
  });
}

/** Takes what installing needs: to be the only installer, and this job. */
export async function holdForInstall(locks: Locks, jobId: string): Promise<(() => void) | undefined> {
  const installer = await holdNow(locks, INSTALLER);
  if (installer === undefined) return undefined;
  const job = await holdNow(locks, jobLockName(jobId));
  if (job === undefined) {
    installer();
    return undefined;
  }
  return () => {
    job();
    installer();
  };
}

/** Holds a pack: shared to read it, exclusive to change or remove it while no tab runs it. */
export function holdPack(locks: Locks, packId: string, mode: LockMode): Promise<(() => void) | undefined> {
  return holdNow(locks, packLockName(packId), mode);
}

/** Takes a job that nobody works on, to clear up after it. */
export function holdJob(locks: Locks, jobId: string): Promise<(() => void) | undefined> {
  return holdNow(locks, jobLockName(jobId));
}
