import { beforeAll, expect, test } from "vitest";
import type { EngineError } from "../../contracts/engine-error.ts";
import { watchDevice, type WatchedDevice } from "./graphics-watch.ts";

class OutOfMemory extends Error {}

beforeAll(() => {
  Object.defineProperty(globalThis, "GPUOutOfMemoryError", { value: OutOfMemory });
});

function createDevice(popped: unknown = null) {
  const target = new EventTarget();
  const lost = new Promise<undefined>((resolve) => {
    target.addEventListener("lost", () => resolve(undefined));
  });
  const lose = (): void => void target.dispatchEvent(new Event("lost"));
  const device: WatchedDevice = {
    lost,
    addEventListener: (type, hear) =>
      target.addEventListener(type, (event) =>
        hear(Object.assign(event, { error: Reflect.get(event, "cause") as unknown })),
      ),
    popErrorScope: async () => popped,
  };
  const raise = (error: unknown): Event => {
    const event = Object.assign(new Event("uncapturederror", { cancelable: true }), { cause: error });
    target.dispatchEvent(event);
    return event;
  };
  return { device, raise, lose };
}

function watched(device: WatchedDevice) {
  const heard: EngineError[] = [];
  const watch = watchDevice(device);
  watch.onFault((fault) => void heard.push(fault));
  return { watch, heard };
}

test("a device that is lost is told once", async () => {
  const { device, lose } = createDevice();
  const { watch, heard } = watched(device);
  lose();
  await device.lost;
  await Promise.resolve();
  expect(heard).toEqual([{ type: "engine-device-lost" }]);
  expect(watch.fault()).toEqual({ type: "engine-device-lost" });
});

test("an error that nobody caught is told as what it is, and nobody else prints it", () => {
  for (const [error, type] of [
    [new Error("a buffer"), "engine-device-error"],
    [new OutOfMemory(), "engine-out-of-memory"],
  ] as const) {
    const { device, raise } = createDevice();
    const { heard } = watched(device);
    expect(raise(error).defaultPrevented).toBe(true);
    expect(heard).toEqual([{ type }]);
  }
});

test("a buffer that cannot be had is memory that is not there, though the device is destroyed for it", async () => {
  const { device, lose } = createDevice(new Error("too large"));
  const { heard } = watched(device);
  await device.popErrorScope();
  lose();
  await device.lost;
  await Promise.resolve();
  expect(heard).toEqual([{ type: "engine-out-of-memory" }]);
});

test("what is meant to happen is no fault, and who asks late hears at once", () => {
  const { device, raise } = createDevice();
  const { watch } = watched(device);
  raise(new Error("first"));
  const late: EngineError[] = [];
  watch.onFault((fault) => void late.push(fault));
  expect(late).toEqual([{ type: "engine-device-error" }]);

  const other = createDevice();
  const stopped = watched(other.device);
  stopped.watch.stop();
  other.raise(new Error("destroyed on purpose"));
  expect(stopped.heard).toEqual([]);
});
