import { expect, test } from "vitest";
import { type Surroundings, SMALLEST_ROOM_BYTES, readConditions } from "./conditions.ts";

const fine: Surroundings = {
  isSecure: true,
  database: "works",
  usedBytes: 0,
  quotaBytes: 10 * SMALLEST_ROOM_BYTES,
  serviceWorker: "works",
};

test.each([
  [{}, []],
  [{ serviceWorker: "not-used" }, []],
  [{ database: "refused" }, ["database-refused"]],
  [{ usedBytes: 9.5 * SMALLEST_ROOM_BYTES }, ["storage-full"]],
  [{ quotaBytes: 0 }, []],
  [{ database: "refused", serviceWorker: "failed" }, ["database-refused", "service-worker-failed"]],
  [{ isSecure: false, database: "refused", serviceWorker: "missing" }, ["insecure-address"]],
] as const)("%j gives %j", (change, conditions) => {
  expect(readConditions({ ...fine, ...change })).toEqual(conditions);
});
