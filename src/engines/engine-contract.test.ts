import { expect, test } from "vitest";
import { ENGINE_CONTRACT, type EngineContractParts } from "./engine-contract.ts";
import { engines } from "./registry.ts";
import { longScript, openScripted } from "./testing/open-scripted.ts";
import { createTestWorld } from "./testing/test-world.ts";

type EngineId = (typeof engines)[number]["id"];

/** How each engine is opened here; "browser" where the same checks run in a browser test, over the built worker. */
const OPENED: Readonly<Record<EngineId, "browser" | (() => Omit<EngineContractParts, "capabilities">)>> = {
  "web-llm": "browser",
  wllama: "browser",
  scripted: () => {
    const world = createTestWorld(setImmediate);
    return {
      open: () => openScripted(world),
      source: { type: "script", script: longScript() },
      interrupts: 200,
    };
  },
};

for (const { id, capabilities } of engines) {
  const open = OPENED[id];
  if (open === "browser") continue;
  test.each(ENGINE_CONTRACT)(`${id} $name`, async ({ run }) => {
    await expect(run({ ...open(), capabilities })).resolves.toBeUndefined();
  });
}
