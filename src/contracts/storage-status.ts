/** What the workbench asks about the room on this device, and whether cases could be kept here at all. */

export type StorageStatus = {
  readonly usedBytes: number;
  readonly quotaBytes: number;
  /** Whether the browser promised not to clear this site's data under pressure. */
  readonly persistent: boolean;
  /** Whether a database can be opened: private windows of some browsers refuse. */
  readonly database: "works" | "refused";
};

export type ReadStorageStatus = () => Promise<StorageStatus>;
