import { expect, test } from "vitest";
import { checkNode, explainInstallFailure, isInstalledAsLocked, isNodeNewEnough } from "./set-up.mjs";

test.each([
  ["v20.19.0", true],
  ["20.20.2", true],
  ["20.18.9", false],
  ["21.7.3", false],
  ["22.11.0", false],
  ["22.12.0", true],
  ["24.0.0", true],
  ["v9.99.0", false],
  ["18.20.0", false],
])("Node %s is new enough: %s", (version, expected) => {
  expect(isNodeNewEnough(version)).toBe(expected);
});

test("an old Node is one sentence and a next step", () => {
  expect(() => checkNode("v18.0.0")).toThrow(/This is Node 18\.0\.0/);
  expect(() => checkNode("v20.19.0")).not.toThrow();
});

const locked = {
  "": { version: "0.1.0" },
  "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
  "node_modules/b": { version: "2.0.0", integrity: "sha512-b", optional: true },
};
const a = { version: "1.0.0", integrity: "sha512-a" };

test.each([
  ["all is there", { "node_modules/a": a, "node_modules/b": locked["node_modules/b"] }, true],
  ["an optional one is for another machine", { "node_modules/a": a }, true],
  ["nothing is there", {}, false],
  ["another version", { "node_modules/a": { ...a, version: "1.0.1" } }, false],
  ["another content", { "node_modules/a": { ...a, integrity: "sha512-x" } }, false],
  ["one too many", { "node_modules/a": a, "node_modules/c": a }, false],
])("installed as locked: %s", (_name, installed, expected) => {
  expect(isInstalledAsLocked(locked, installed)).toBe(expected);
});

test.each([
  ["npm error code ENOTFOUND registry.example", /registry cannot be reached/],
  ["npm error code ENOSPC", /disk is full/],
  ["npm error code EACCES", /cannot be written/],
  ["npm error code EUSAGE", /do not agree/],
  ["npm error something else", /could not install/],
])("%s becomes a sentence and a next step", (output, sentence) => {
  const stop = explainInstallFailure(output);
  expect(stop.message).toMatch(sentence);
  expect(stop.nextStep).toMatch(/\.$/);
});
