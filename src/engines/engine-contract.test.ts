import { expect, test } from "vitest";
import { ENGINE_CONTRACT, type EngineContractParts } from "./engine-contract.ts";
import { engines } from "./registry.ts";
import { longScript, openScripted } from "./testing/open-scripted.ts";
import { createTestWorld } from "./testing/test-world.ts";

type EngineId = (typeof engines)[number]["id"];

/** How each engine is opened here. One that needs a browser runs the same checks there. */
const OPENED: Readonly<Record<EngineId, () => Omit<EngineContractParts, "capabilities">>> = {
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
  test.each(ENGINE_CONTRACT)(`${id} $name`, async ({ run }) => {
    await expect(run({ ...OPENED[id](), capabilities })).resolves.toBeUndefined();
  });
}
