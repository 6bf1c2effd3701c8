import { expect, test } from "vitest";
import { createWorld, targetOf } from "./world.ts";

const ids = ["fetch", "fetch-later"];

test.each(["namespace", "netlog"] as const)(
  "%s: a channel is found again by name and by address",
  (oracle) => {
    const world = createWorld(oracle, ids);
    for (const id of ids) {
      const { host } = targetOf(id, "abc", { http: 80, https: 443, relay: 3478 });
      expect(world.channelOf(host)).toBe(id);
      expect(world.channelOf(world.addressOf(host))).toBe(id);
      expect(world.channelOf(`${id}.test`)).toBe(id);
    }
    expect(world.addressOf("a.fetch.test")).not.toBe(world.addressOf("a.fetch-later.test"));
  },
);

test("only the browser's maker is a vendor; any other name or address is unknown, and so a leak", () => {
  const world = createWorld("namespace", ids);
  expect(world.channelOf("update.googleapis.com")).toBe("vendor");
  expect(world.channelOf(world.addressOf("accounts.google.com"))).toBe("vendor");
  expect(world.channelOf("evilgoogle.com")).toBe("unknown");
  expect(world.channelOf(world.addressOf("huggingface.co"))).toBe("unknown");
  expect(world.channelOf("203.0.113.9")).toBe("unknown");
});

test("a domain that the page may reach is told apart only where it is allowed", () => {
  const world = createWorld("namespace", ids, ["huggingface.co"]);
  expect(world.channelOf("huggingface.co")).toBe("allowed");
  expect(world.channelOf("nothuggingface.co")).toBe("unknown");
});

test("without a namespace the browser maps every name to this machine", () => {
  const [rules = ""] = createWorld("netlog", ids).browserArguments;
  expect(rules).toContain("MAP *.fetch.test* 127.0.1.1, ");
  expect(rules).toMatch(/MAP \* 127\.0\.2\.3, EXCLUDE localhost$/);
});
