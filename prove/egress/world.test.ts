import { expect, test } from "vitest";
import { createWorld, targetOf } from "./world.ts";

const world = createWorld("namespace", ["fetch", "fetch-later"]);

test("every channel has an address of its own, and is found again by name and by address", () => {
  for (const id of ["fetch", "fetch-later"]) {
    const { host } = targetOf(id, "abc", { http: 80, https: 443, relay: 3478 });
    expect(world.channelOf(host)).toBe(id);
    expect(world.channelOf(world.addressOf(host))).toBe(id);
    expect(world.channelOf(`${id}.test`)).toBe(id);
  }
  expect(world.addressOf("a.fetch.test")).not.toBe(world.addressOf("a.fetch-later.test"));
});

test("only the browser's maker is a vendor; any other name or address is unknown, and so a leak", () => {
  expect(world.channelOf("update.googleapis.com")).toBe("vendor");
  expect(world.channelOf(world.addressOf("accounts.google.com"))).toBe("vendor");
  expect(world.channelOf("evilgoogle.com")).toBe("unknown");
  expect(world.channelOf(world.addressOf("huggingface.co"))).toBe("unknown");
  expect(world.channelOf("8.8.8.8")).toBe("unknown");
});
