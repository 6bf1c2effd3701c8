import type { ShelfError } from "../../contracts/model-shelf-error.ts";

/** So much more than the files: the browser's estimate is rough, and cases need room too. */
const ROOM_FACTOR = 1.5;

/** Why a model is not even begun; undefined where there is room, or nobody can say. */
export function findNoRoom(bytes: number, freeBytes: number | undefined): ShelfError | undefined {
  const neededBytes = Math.ceil(bytes * ROOM_FACTOR);
  if (freeBytes === undefined || neededBytes <= freeBytes) return undefined;
  return { type: "shelf-no-room", neededBytes, freeBytes };
}
