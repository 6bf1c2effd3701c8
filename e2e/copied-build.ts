/** A copy of the build that a test may damage or renew, behind a server that it may stop. */
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "../tools/serve.mjs";

export type CopiedBuild = {
  readonly folder: string;
  readonly url: string;
  /** Stops the server, as if the cable were out. */
  readonly stop: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** Serves a copy of `dist`; without headers it stands for a host that sends none. */
export async function copyBuild(options: { readonly withHeaders?: boolean } = {}): Promise<CopiedBuild> {
  const folder = mkdtempSync(join(tmpdir(), "curbside-build-"));
  cpSync("dist", folder, { recursive: true });
  const server = await startServer({ folder, ...options });
  let isRunning = true;
  const stop = async () => {
    if (isRunning) await server.close();
    isRunning = false;
  };
  return {
    folder,
    url: server.url,
    stop,
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The only file of the build whose name begins with `part`. */
export function assetOf(folder: string, part: string): string {
  const names = readdirSync(join(folder, "assets")).filter(
    (name) => name.startsWith(part) && name.endsWith(".js"),
  );
  if (names.length !== 1) throw new Error(`expected one ${part} asset, found ${names.join(", ")}`);
  return names[0] ?? "";
}

/**
 * Makes the next release of the copied build: the About screen gets other words and so another file name, the old
 * file is gone from the server, and the worker names another build.
 */
export function releaseNextBuild(folder: string): void {
  const before = assetOf(folder, "AboutPage");
  const after = "AboutPage-nextnext.js";
  const { build } = JSON.parse(readFileSync(join(folder, "version.json"), "utf8")) as {
    readonly build: string;
  };
  for (const file of textFiles(folder)) {
    const text = readFileSync(file, "utf8")
      .replaceAll(before, after)
      .replaceAll(build, "nextnextnext")
      .replaceAll("About Curbside", "About the next Curbside");
    writeFileSync(file, text);
  }
  renameSync(join(folder, "assets", before), join(folder, "assets", after));
}

function textFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && /\.(?:js|html|json)$/u.test(path));
}
