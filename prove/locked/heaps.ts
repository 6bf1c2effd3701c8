/** Everything that scripts hold in memory: the page's heap and that of each worker it started. */
import type { CDPSession, Page } from "@playwright/test";

/** One text for each heap, with every string in it. */
export async function readHeaps(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const own = await readOwnHeap(session);
  const workers = await readWorkerHeaps(session);
  await session.detach();
  return [own, ...workers];
}

async function readOwnHeap(session: CDPSession): Promise<string> {
  const chunks: string[] = [];
  session.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => chunks.push(chunk));
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  return chunks.join("");
}

/** What a worker says, wrapped: one that does not answer has ended meanwhile. */
const WORKER_LIMIT_MS = 20_000;

async function readWorkerHeaps(session: CDPSession): Promise<readonly string[]> {
  const attached: string[] = [];
  session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    if (targetInfo.type === "worker") attached.push(sessionId);
  });
  await session.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const heaps: string[] = [];
  for (const sessionId of attached) heaps.push(await readWorkerHeap(session, sessionId));
  await session.send("Target.setAutoAttach", {
    autoAttach: false,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  return heaps;
}

type Answer = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly chunk?: string };
};

function readWorkerHeap(session: CDPSession, sessionId: string): Promise<string> {
  const chunks: string[] = [];
  return new Promise((resolve) => {
    const limit = setTimeout(() => resolve(chunks.join("")), WORKER_LIMIT_MS);
    session.on("Target.receivedMessageFromTarget", ({ sessionId: from, message }) => {
      if (from !== sessionId) return;
      const answer: Answer = JSON.parse(message);
      if (answer.params?.chunk !== undefined) chunks.push(answer.params.chunk);
      if (answer.id !== SNAPSHOT_CALL) return;
      clearTimeout(limit);
      resolve(chunks.join(""));
    });
    for (const message of [
      { id: 1, method: "HeapProfiler.enable" },
      { id: 2, method: "HeapProfiler.collectGarbage" },
      { id: SNAPSHOT_CALL, method: "HeapProfiler.takeHeapSnapshot", params: { reportProgress: false } },
    ])
      void session.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify(message) });
  });
}

const SNAPSHOT_CALL = 3;
