import { expect, test } from "vitest";
import {
  cacheNameOf,
  cachesToDelete,
  headersOfAnswer,
  planAnswer,
  readOfflineBuild,
} from "./offline-plan.ts";

const origin = "http://localhost:4173";

test.each([
  ["/", "navigate", { type: "document", path: "/" }],
  ["/cases/abc?tab=1", "navigate", { type: "document", path: "/" }],
  ["/nowhere", "navigate", { type: "document", path: "/" }],
  ["/models", "navigate", { type: "document", path: "/models" }],
  ["/models/qwen/config.json", "navigate", { type: "pass" }],
  ["/assets/gone-1234.js", "navigate", { type: "pass" }],
  ["/assets/app-1234.js", "cors", { type: "file" }],
  ["/version.json", "cors", { type: "file" }],
  ["/models/qwen/shard-0.bin", "cors", { type: "pass" }],
])("%s asked for by %s", (path, mode, answer) => {
  expect(planAnswer({ url: origin + path, method: "GET", mode }, origin)).toEqual(answer);
});

test("never answers for another origin or for anything but GET", () => {
  expect(planAnswer({ url: "https://example.org/", method: "GET", mode: "cors" }, origin)).toEqual({
    type: "pass",
  });
  expect(planAnswer({ url: `${origin}/`, method: "POST", mode: "navigate" }, origin)).toEqual({
    type: "pass",
  });
});

test("keeps the current build, the one before it and everybody else's caches", () => {
  const names = [cacheNameOf("1"), cacheNameOf("2"), cacheNameOf("3"), "model-files"];
  expect(cachesToDelete(names, "3")).toEqual([cacheNameOf("1")]);
  expect(cachesToDelete([cacheNameOf("3")], "3")).toEqual([]);
});

const policies = {
  workbench: { "Content-Security-Policy": "workbench", "Connection-Allowlist": "(response-origin)" },
  modelPage: { "Content-Security-Policy": "models", "Connection-Allowlist": "(response-origin)" },
};

test("an answer carries the policy of this build, whatever was kept", () => {
  const poisoned: readonly (readonly [string, string])[] = [
    ["content-type", "text/html"],
    ["content-security-policy", "default-src *"],
  ];
  const expected = { "content-type": "text/html", "connection-allowlist": "(response-origin)" };
  expect(headersOfAnswer(poisoned, { type: "file" }, policies)).toEqual({
    ...expected,
    "content-security-policy": "workbench",
  });
  expect(headersOfAnswer(poisoned, { type: "document", path: "/models" }, policies)).toEqual({
    ...expected,
    "content-security-policy": "models",
  });
});

test("a worker without its list of files or its policies refuses to start", () => {
  const written = { build: "1", files: ["a"], policies };
  expect(readOfflineBuild(written)).toEqual(written);
  expect(() => readOfflineBuild({ ...written, files: [3] })).toThrow(TypeError);
  expect(() => readOfflineBuild({ ...written, policies: {} })).toThrow(TypeError);
  expect(() => readOfflineBuild({ ...written, policies: { ...policies, workbench: {} } })).toThrow(TypeError);
  expect(() => readOfflineBuild("")).toThrow(TypeError);
});
