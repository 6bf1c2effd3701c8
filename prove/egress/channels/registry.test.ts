import { expect, test } from "vitest";
import type { Channel } from "./channel.ts";
import { channels } from "./registry.ts";

const all: readonly Channel[] = channels;

test("there are 56 channels, each with an id of its own that is a legal host label", () => {
  expect(all).toHaveLength(56);
  expect(new Set(all.map((channel) => channel.id)).size).toBe(56);
  for (const { id } of all) expect(id).toMatch(/^[a-z](?:[a-z0-9-]*[a-z0-9])?$/);
});

test("the short run has 16 channels and at least one of every family", () => {
  const short = all.filter((channel) => channel.short === true);
  expect(short).toHaveLength(16);
  expect(new Set(short.map((channel) => channel.family))).toEqual(
    new Set(all.map((channel) => channel.family)),
  );
});
