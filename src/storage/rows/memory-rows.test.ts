import { describe, expect, it } from "vitest";
import { createMemoryDatabase, openMemoryRows } from "./memory-rows.ts";
import { ROW_STORE_CONTRACT } from "./row-store-contract.ts";

describe("rows in memory", () => {
  it.each(ROW_STORE_CONTRACT)("$name", async ({ run }) => {
    await expect(run(openMemoryRows(createMemoryDatabase()))).resolves.toBeUndefined();
  });
});
