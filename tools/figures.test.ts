import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CouldNotRun, type FigureTask, runFigures } from "./figures.ts";

const folder = mkdtempSync(join(tmpdir(), "figures-"));

function run(tasks: readonly FigureTask[], argv: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const output = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  return runFigures("measure", tasks, argv, output).then((code) => ({ code, out, err }));
}

const counting: FigureTask = {
  id: "counting",
  about: "counts to the limit",
  needsData: true,
  run: async ({ limit, progress, miss }) => {
    progress("counting");
    miss({ row: 3 });
    return { total: Math.min(limit, 10) };
  },
};

test("prints one JSON line last and exits 0", async () => {
  const { code, out, err } = await run([counting], ["counting", "--data", folder, "--limit", "4"]);
  expect(code).toBe(0);
  expect(out).toEqual(['{"measure":"counting","total":4}']);
  expect(err).toEqual(["counting"]);
});

test("writes one line per miss", async () => {
  const file = join(folder, "misses.jsonl");
  await run([counting], ["counting", "--data", folder, "--list-misses", file]);
  expect(readFileSync(file, "utf8")).toBe('{"row":3}\n');
});

test.each([
  [[], /Say which one/],
  [["nothing"], /no measure named "nothing"/],
  [["counting"], /--data FOLDER/],
  [["counting", "--data", join(folder, "absent")], /is not one/],
  [["counting", "--data", folder, "--limit", "none"], /--limit needs a number/],
])("exits 2 with a next step and no figure: %j", async (argv, sentence) => {
  const { code, out, err } = await run([counting], argv);
  expect(code).toBe(2);
  expect(out).toEqual([]);
  expect(err.join("\n")).toMatch(sentence);
});

test("a task that cannot run exits 2 and prints no made-up figure", async () => {
  const absent: FigureTask = {
    ...counting,
    needsData: false,
    run: () => Promise.reject(new CouldNotRun("no browser.")),
  };
  expect(await run([absent], ["counting"])).toEqual({
    code: 2,
    out: [],
    err: ["measure counting could not run: no browser."],
  });
});

test("a bug is not dressed up as a figure", async () => {
  const broken: FigureTask = {
    ...counting,
    needsData: false,
    run: () => Promise.reject(new Error("bug")),
  };
  await expect(run([broken], ["counting"])).rejects.toThrow("bug");
});

test("a proof that does not hold exits 1, with its figures", async () => {
  const proof: FigureTask = {
    id: "p",
    about: "",
    run: async () => ({ leaks: 1 }),
    holds: (figures) => figures["leaks"] === 0,
  };
  const { code, out } = await run([proof], ["p"]);
  expect(code).toBe(1);
  expect(out).toEqual(['{"measure":"p","leaks":1}']);
});
