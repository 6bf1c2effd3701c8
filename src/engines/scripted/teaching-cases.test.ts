import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { encodeUtf8 } from "../../domain/reasoning/notation/utf8.ts";
import { createStatementReader, readNotation } from "../../domain/reasoning/notation/reader.ts";
import { ask, greedy } from "../testing/ask.ts";
import { longScript, openScripted } from "../testing/open-scripted.ts";
import { createTestWorld } from "../testing/test-world.ts";

const FOLDER = "public/cases";
const SCRIPTS = readdirSync(FOLDER).filter((name) => name.endsWith(".steps.txt"));

test("there are scripts to replay", () => {
  expect(SCRIPTS.length).toBeGreaterThan(10);
});

test.each(SCRIPTS)("%s comes through worker, batches and reader as it is written", async (name) => {
  const written = readFileSync(`${FOLDER}/${name}`, "utf8");
  const engine = openScripted(createTestWorld(setImmediate));
  const script = { ...longScript(), answers: [{ when: "", texts: [written] }], tokensPerSecond: 300 };
  await engine.load({ type: "script", script }, () => undefined);
  const { text, batches, result } = await ask(engine, greedy("State your argument.", { budget: 4000 }));
  expect(result).toMatchObject({ ok: true, value: { reason: "stop" } });
  expect(text).toBe(written);
  const reader = createStatementReader();
  const read = batches.flatMap(({ texts }) => reader.push(encodeUtf8(texts.join(""))));
  const { statements } = readNotation(written);
  expect([...read, ...reader.finish().statements]).toEqual(statements);
  expect(statements.length).toBeGreaterThan(20);
});
