import { beforeAll, expect, test } from "vitest";
import type { EngineError } from "../../contracts/engine-error.ts";
import { createTestWorld } from "../testing/test-world.ts";
import { faultBehind, watchDevice, type WatchedDevice } from "./graphics-watch.ts";

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
    createBuffer: () => ({ destroy: () => undefined }),
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

test.each([
  [new Error("a buffer"), false],
  [new OutOfMemory(), true],
])("an error that nobody caught is told, and nobody else prints it", (error, lacksMemory) => {
  const { device, raise } = createDevice();
  const { watch, heard } = watched(device);
  expect(raise(error).defaultPrevented).toBe(true);
  expect(heard).toEqual([{ type: "engine-device-error" }]);
  expect(watch.lackedMemory()).toBe(lacksMemory);
});

test("a device that is destroyed for want of a buffer is lost, and memory was what it wanted", async () => {
  const { device, lose } = createDevice(new Error("too large"));
  const { watch, heard } = watched(device);
  expect(watch.lackedMemory()).toBe(false);
  await device.popErrorScope();
  lose();
  await device.lost;
  await Promise.resolve();
  expect(heard).toEqual([{ type: "engine-device-lost" }]);
  expect(watch.lackedMemory()).toBe(true);
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

test("what was thrown is blamed on the device when it says so soon after, and on nobody otherwise", async () => {
  const { timer } = createTestWorld(setImmediate);
  const { device, raise } = createDevice();
  const watch = watchDevice(device);
  expect(await faultBehind(watch, timer)).toBeUndefined();
  expect(await faultBehind(undefined, timer)).toBeUndefined();
  const blamed = faultBehind(watch, timer);
  raise(new Error("late"));
  expect(await blamed).toEqual({ type: "engine-device-error" });
});

test("counts what buffers take, and each of them back once", () => {
  const { device } = createDevice();
  const watch = watchDevice(device);
  const [large, small] = [device.createBuffer({ size: 4096 }), device.createBuffer({ size: 16 })];
  expect(watch.usedBytes()).toBe(4112);
  large.destroy();
  large.destroy();
  expect(watch.usedBytes()).toBe(16);
  small.destroy();
  expect(watch.usedBytes()).toBe(0);
});
