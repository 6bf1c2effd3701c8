import { expect, test } from "vitest";
import { type Command, findCommandByKeys, findCommandsByWords } from "./command.ts";

const noModifier = { ctrlKey: false, metaKey: false, altKey: false };
const run = () => undefined;
const palette: Command = {
  id: "palette",
  group: "help",
  label: "Open the command palette",
  keys: ["Ctrl", "K"],
  run,
};
const settings: Command = { id: "go-settings", group: "go", label: "Go to Settings", run };
const all = [palette, settings];

test.each([
  ["Ctrl K", { ...noModifier, key: "k", ctrlKey: true }, palette],
  ["Command K", { ...noModifier, key: "k", metaKey: true }, palette],
  ["K with caps lock", { ...noModifier, key: "K", ctrlKey: true }, palette],
  ["typing a k", { ...noModifier, key: "k" }, undefined],
  [
    "Ctrl Alt K, a letter on some keyboards",
    { ...noModifier, key: "k", ctrlKey: true, altKey: true },
    undefined,
  ],
])("%s", (_name, press, command) => {
  expect(findCommandByKeys(all, press)).toBe(command);
});

test.each([
  ["", all],
  ["sett", [settings]],
  ["SETTINGS go", [settings]],
  ["ettings", []],
])("typed %j", (typed, found) => {
  expect(findCommandsByWords(all, typed)).toEqual(found);
});
