/** `npm start`: installs and builds what is missing, serves the build on localhost and opens the browser. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startServer } from "./serve.mjs";
import { Stop, runMain, say } from "./say.mjs";
import { checkNode, installWhenNeeded } from "./set-up.mjs";

const usualPort = 4173;

/**
 * The words that open an address in the default browser, or undefined where there is none to open.
 * @param {string} url
 * @param {{ readonly platform: NodeJS.Platform, readonly env: Readonly<Record<string, string | undefined>>, readonly words: readonly string[] }} place
 * @returns {readonly [string, ...string[]] | undefined}
 */
export function openingWords(url, { platform, env, words }) {
  if (words.includes("--no-open") || (env["CI"] ?? "") !== "") return undefined;
  if (platform === "darwin") return ["open", url];
  if (platform === "win32") return ["cmd", "/c", "start", "", url];
  const hasScreen = (env["DISPLAY"] ?? env["WAYLAND_DISPLAY"] ?? "") !== "";
  const opener = (env["PATH"] ?? "")
    .split(":")
    .map((folder) => join(folder, "xdg-open"))
    .find((path) => existsSync(path));
  return hasScreen && opener !== undefined ? [opener, url] : undefined;
}

/**
 * The port to try first: that after `--port`, else the usual one.
 * @param {readonly string[]} words
 */
export function readPort(words) {
  const index = words.indexOf("--port");
  if (index === -1) return usualPort;
  const port = Number(words[index + 1]);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Stop(
    `"${words[index + 1] ?? ""}" is not a port.`,
    "Give a number up to 65535 after --port, or leave it out.",
  );
}

/**
 * Serves on `port`, or on a free one when another program has it.
 * @param {string} folder
 * @param {number} port
 * @param {(line: string) => void} [tell]
 */
export async function serveOnFreePort(folder, port, tell = say) {
  try {
    return await startServer({ folder, port });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
    tell(`Port ${port} is taken by another program, so Curbside uses a free one this time.`);
    tell(`Cases belong to the address they were made at: those made at port ${port} are there, not here.`);
    return startServer({ folder, port: 0 });
  }
}

async function main() {
  const words = process.argv.slice(2);
  const folder = resolve(dirname(fileURLToPath(import.meta.url)), "..");
  checkNode();
  const port = readPort(words);
  process.chdir(folder);
  await installWhenNeeded(folder);
  const { buildWhenNeeded } = await import("./build.mjs");
  await buildWhenNeeded(folder);
  const server = await serveOnFreePort(join(folder, "dist"), port);
  say(`\nCurbside is at ${server.url}\nStop it with Ctrl-C.`);
  const opening = openingWords(server.url, { platform: process.platform, env: process.env, words });
  if (opening === undefined) say("Open this address in Chrome or Edge.");
  else openBrowser(opening);
  await waitForSignal();
  say("\nStopped.");
  await server.close();
}

/** @param {readonly [string, ...string[]]} opening */
function openBrowser([program, ...words]) {
  const child = spawn(program, words, { stdio: "ignore", detached: true });
  child.on("error", () => say("No browser could be opened; open the address yourself."));
  child.unref();
}

/** @returns {Promise<void>} */
function waitForSignal() {
  return new Promise((done) => {
    process.once("SIGINT", () => done());
    process.once("SIGTERM", () => done());
  });
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await runMain(main);
