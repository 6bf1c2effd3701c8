import { expect, test } from "vitest";
import { createDeviceClaim, type DeviceClaim } from "./device-claim.ts";
import { createEngineClient } from "./engine-client.ts";
import { ENGINE_LIMITS } from "./engine-limits.ts";
import { serveScripted } from "./scripted/serve-scripted.ts";
import { ask, greedy } from "./testing/ask.ts";
import { fault, longScript } from "./testing/open-scripted.ts";
import { createTestWorld, type TestWorld } from "./testing/test-world.ts";

/** A lock manager for one browser, as far as `ifAvailable` goes. */
function createLocks() {
  const held = new Set<string>();
  return {
    request: async (
      name: string,
      _: { readonly ifAvailable: true },
      whileHeld: (lock: unknown) => Promise<void>,
    ) => {
      if (held.has(name)) return whileHeld(null);
      held.add(name);
      try {
        return await whileHeld({ name });
      } finally {
        held.delete(name);
      }
    },
  };
}

function openTab({ timer, createChannel }: TestWorld, claim: DeviceClaim) {
  return createEngineClient({
    timer,
    claim,
    limits: ENGINE_LIMITS,
    createPort: (worker) => {
      const channel = createChannel();
      serveScripted({ ...channel, port: channel.worker, timer, worker });
      return channel.page;
    },
  });
}

const IN_USE = { ok: false, error: { type: "engine-device-in-use" } };
const source = { type: "script", script: longScript() } as const;

test("of two tabs one holds the device, until it unloads", async () => {
  const [world, locks] = [createTestWorld(setImmediate), createLocks()];
  const first = openTab(world, createDeviceClaim(locks));
  const second = openTab(world, createDeviceClaim(locks));
  const load = (tab: typeof first) => tab.load(source, () => undefined);
  expect(await load(first)).toMatchObject({ ok: true });
  expect(await load(first)).toMatchObject({ ok: true });
  expect(await load(second)).toEqual(IN_USE);
  await first.unload();
  expect(await load(second)).toMatchObject({ ok: true });
  expect(await load(first)).toEqual(IN_USE);
});

test("a tab whose model fails to load, or whose workers all fail, gives the device back", async () => {
  const [world, locks] = [createTestWorld(setImmediate), createLocks()];
  const first = openTab(world, createDeviceClaim(locks));
  const second = openTab(world, createDeviceClaim(locks));
  await first.load({ type: "pack", packId: "any", contextTokens: 1 }, () => undefined);
  expect(await second.load(source, () => undefined)).toMatchObject({ ok: true });
  await second.unload();
  const doomed = { type: "script", script: longScript([fault("device-lost-before-prefill", 0, 9)]) } as const;
  await first.load(doomed, () => undefined);
  await ask(first, greedy("Why?"));
  expect(await second.load(source, () => undefined)).toMatchObject({ ok: true });
});

test("one failed worker does not hand the device to another tab", async () => {
  const [world, locks] = [createTestWorld(setImmediate), createLocks()];
  const first = openTab(world, createDeviceClaim(locks));
  await first.load(
    { type: "script", script: longScript([fault("device-lost-at-token", 9)]) },
    () => undefined,
  );
  await ask(first, greedy("Why?"));
  const second = openTab(world, createDeviceClaim(locks));
  expect(await second.load(source, () => undefined)).toEqual(IN_USE);
});
