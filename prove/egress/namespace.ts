/**
 * A private network for the proof, where root (or an unprivileged user namespace) allows: the whole proof starts
 * itself again inside it. Every address there is this machine's own, so nothing can leave and everything is caught.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { CouldNotRun, type Figures } from "../../tools/figures.ts";

/** The flag by which the inner process knows where it is. */
export const insideFlag = "inside-namespace";

const ownAddress = "10.99.0.1";

/** The words that start a program in a namespace of its own, or undefined where this machine does not allow it. */
export function findUnshare(): readonly string[] | undefined {
  const asRoot = process.getuid?.() === 0 ? [] : ["--map-root-user"];
  // With a process namespace of its own, the end of the inner process ends everything that it started.
  const words = ["--mount", "--net", "--pid", "--fork", "--kill-child", "--mount-proc"];
  const start = ["unshare", ...asRoot, ...words];
  const canStart = spawnSync(start[0] ?? "", [...start.slice(1), "ip", "link", "set", "lo", "up"]);
  return canStart.status === 0 ? start : undefined;
}

/** Runs this very command again inside, and hands back the figures that it printed. */
export async function runInside(
  unshare: readonly string[],
  argv: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Figures> {
  const [program = "", ...words] = unshare;
  // What the inner process leaves when it is killed lies here, and goes with this one.
  const scratch = mkdtempSync(join(tmpdir(), "curbside-egress-"));
  const inner = ["tools/run-ts.mjs", "prove/main.ts", ...argv, `--${insideFlag}`];
  const child = spawn(program, [...words, process.execPath, ...inner], {
    cwd: resolve("."),
    env: { ...process.env, ...env, TMPDIR: scratch },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const stopWatching = endWithParent(child, scratch);
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((done) => child.on("close", done));
  stopWatching();
  const lastLine = output.trimEnd().split("\n").at(-1) ?? "";
  if (!lastLine.startsWith("{")) throw new CouldNotRun(`the run inside the namespace ended with ${code}.`);
  const { prove: _name, ...figures } = JSON.parse(lastLine) as Figures;
  return figures;
}

/** Makes the network: one interface up, every address local, and name questions sent to our own sinkhole. */
export function setUpNetwork(): void {
  const folder = mkdtempSync(join(tmpdir(), "curbside-namespace-"));
  const resolver = join(folder, "resolv.conf");
  writeFileSync(resolver, "nameserver 127.0.0.1\noptions timeout:1 attempts:1\n");
  command("sysctl -qw net.ipv6.conf.all.disable_ipv6=1");
  command("ip link set lo up");
  command("ip link add inside type veth peer name outside");
  command(`ip address add ${ownAddress}/24 dev inside`);
  command("ip link set inside up");
  command("ip link set outside up");
  command("ip route add default via 10.99.0.2");
  command(`ip route add local 0.0.0.0/0 dev lo src ${ownAddress} table local`);
  command(`mount --bind ${resolver} /etc/resolv.conf`);
  // The mount keeps the file; its folder is not needed any more, and nothing could remove it after a kill.
  rmSync(folder, { recursive: true });
}

function command(line: string): void {
  const [program = "", ...words] = line.split(" ");
  const { status, stderr } = spawnSync(program, words, { encoding: "utf8" });
  if (status !== 0) throw new CouldNotRun(`"${line}" failed inside the namespace: ${stderr}`);
}

const interruptedCode = 130;

function exitInterrupted(): void {
  process.exit(interruptedCode);
}

function endWithParent(child: ChildProcess, scratch: string): () => void {
  const end = () => {
    child.kill("SIGKILL");
    rmSync(scratch, { recursive: true, force: true });
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  process.on("exit", end);
  for (const signal of signals) process.on(signal, exitInterrupted);
  return () => {
    process.off("exit", end);
    end();
    for (const signal of signals) process.off(signal, exitInterrupted);
  };
}
