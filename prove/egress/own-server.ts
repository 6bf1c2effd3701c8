/** Our own server as the browser sees it, with every byte that the browser sends to it searched for the canary. */
import { connect, createServer, type Socket } from "node:net";
import { startServer } from "../../tools/serve.mjs";
import type { Canary } from "./canary.ts";
import { portOf } from "./ports.ts";

export type OwnServer = {
  readonly url: string;
  /** How many pieces of what it received held the canary. */
  readonly canaryCount: () => number;
  readonly close: () => Promise<void>;
};

/** Longer than the longest disguise of a canary, so that one cut in two is still found. */
const overlap = 200;

/** Serves `folder` behind a relay that looks at the bytes and changes none. */
export async function startOwnServer(
  folder: string,
  withHeaders: boolean,
  canary: Canary,
): Promise<OwnServer> {
  const server = await startServer({ folder, port: 0, withHeaders });
  const open = new Set<Socket>();
  let count = 0;
  const relay = createServer((socket) => {
    const upstream = connect(server.port, "127.0.0.1");
    let tail: Buffer = Buffer.alloc(0);
    socket.on("data", (chunk: Buffer) => {
      const seen = Buffer.concat([tail, chunk]);
      if (canary.isIn(seen)) count += 1;
      tail = seen.subarray(-overlap);
    });
    for (const [one, other] of [[socket, upstream] as const, [upstream, socket] as const]) {
      open.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((done) => relay.listen(0, "127.0.0.1", done));
  return {
    url: `http://localhost:${portOf(relay)}`,
    canaryCount: () => count,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((done) => relay.close(done));
      await server.close();
    },
  };
}
