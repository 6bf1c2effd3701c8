/** A browser of our own on a profile on disk, started so that all of it can be killed at once, as by a power cut to it. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, chromium } from "@playwright/test";

export type OwnBrowser = {
  readonly context: BrowserContext;
  /** SIGKILL to every process of it; resolves when they are gone. */
  readonly kill: () => Promise<void>;
  /** Ends it as a person does. */
  readonly close: () => Promise<void>;
};

const START_LIMIT_MS = 30_000;

/** Starts the browser at `executable` on the profile folder. */
export async function startOwnBrowser(executable: string, profile: string): Promise<OwnBrowser> {
  const portFile = join(profile, "DevToolsActivePort");
  rmSync(portFile, { force: true });
  const child = spawn(
    executable,
    [
      "--headless=new",
      "--no-sandbox",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-gpu",
      "--remote-debugging-port=0",
      `--user-data-dir=${profile}`,
      "about:blank",
    ],
    // A process group of its own: one signal reaches browser, renderers and helpers.
    { detached: true, stdio: "ignore" },
  );
  endWithUs(child);
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const browser = await chromium.connectOverCDP(await readAddress(portFile));
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error("The browser has no profile open");
  return {
    context,
    kill: async () => {
      killGroup(child);
      await exited;
    },
    close: async () => {
      const session = await browser.newBrowserCDPSession();
      await session.send("Browser.close").catch(() => undefined);
      await exited;
    },
  };
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // Gone already.
  }
}

function interrupted(): never {
  process.exit(130);
}

/** In a group of its own it would live on when this process is interrupted. */
function endWithUs(child: ChildProcess): void {
  const end = (): void => killGroup(child);
  process.once("exit", end);
  process.once("SIGINT", interrupted);
  process.once("SIGTERM", interrupted);
  child.once("exit", () => {
    process.off("exit", end);
    process.off("SIGINT", interrupted);
    process.off("SIGTERM", interrupted);
  });
}

async function readAddress(portFile: string): Promise<string> {
  const deadline = performance.now() + START_LIMIT_MS;
  for (;;) {
    const [port, path] = existsSync(portFile) ? readFileSync(portFile, "utf8").split("\n") : [];
    if (port !== undefined && path !== undefined && path !== "") return `ws://127.0.0.1:${port}${path}`;
    if (performance.now() > deadline) throw new Error("The browser did not start");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
