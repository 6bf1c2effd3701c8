/**
 * The vault's proofs in their short form. Each runs as its command does, in a browser of its own, so that what a person
 * is told to run is what is tested; `npm run prove -- NAME` alone runs the long form.
 */
import { execFile } from "node:child_process";
import { expect, test } from "@playwright/test";
import { isLong } from "./long-tests.ts";

test.describe.configure({ mode: "serial", timeout: 600_000 });

type Figures = Readonly<Record<string, unknown>>;

/** Runs a proof; answers its exit code and its figures. */
function prove(...words: readonly string[]): Promise<{ readonly code: number; readonly figures: Figures }> {
  return new Promise((resolve) => {
    execFile("node", ["tools/run-ts.mjs", "prove/main.ts", ...words], (error, out, said) => {
      const line = out.trim().split("\n").at(-1) ?? "";
      const figures: Figures = line === "" ? { broke: said.slice(-2000) } : JSON.parse(line);
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), figures });
    });
  });
}

/** Of each of the three. */
const KILLS = isLong ? 5 : 3;

test("kills of browser, renderer and worker: nothing acknowledged is lost, every case opens", async () => {
  const { code, figures } = await prove("kill", "--kills", String(KILLS));
  expect(figures).toMatchObject({ kills: 3 * KILLS, lost: 0, corrupt: 0, controlCorrupt: 1 });
  expect(figures["acknowledged"]).toBeGreaterThan(3 * KILLS);
  expect(figures["controlLost"]).toBeGreaterThan(0);
  expect(code).toBe(0);
});

test("eight tabs with one case: every edit is there once, and one tab at a time may write", async () => {
  const { code, figures } = await prove("tabs", "--edits", "25");
  expect(figures).toMatchObject({ edits: 200, lost: 0, repeated: 0, strange: 0, writersAtOnce: 1 });
  expect(figures["controlLost"]).toBeGreaterThan(0);
  expect(code).toBe(0);
});

test("locked, and closed: no word of a case in document, memory, storage or the browser's files", async () => {
  const { code, figures } = await prove("locked", "--folder", "dist");
  expect(figures).toMatchObject({ canariesFound: 0, controlsMissed: 0 });
  expect(code).toBe(0);
});
