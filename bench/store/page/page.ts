/** The page of `bench -- store`: the app's own case session and vault, without panels, on a real profile. */
import type { OpenCase, Vault } from "../../../src/contracts/vault.ts";
import { EVENT_VERSION, MAIN_BRANCH, type RecordEvent } from "../../../src/domain/record/events.ts";
import type { EventPayload } from "../../../src/domain/record/read-payload.ts";
import { foldRecord } from "../../../src/domain/record/fold.ts";
import { drawEdge, drawNode, SAMPLE_SETTINGS } from "../../../src/domain/record/sample-record.ts";
import { invariant } from "../../../src/shared/assert.ts";
import { readBrowserParts } from "../../../src/storage/page/browser-vault.ts";
import { createVault } from "../../../src/storage/page/create-vault.ts";
import { DATABASE_NAME } from "../../../src/storage/rows/schema.ts";
import { vaultWorkerUrl } from "../../../src/storage/vault-worker-url.ts";
import { createCaseSession } from "../../../src/workbench/case-session/case-session.ts";
// oxlint-disable-next-line import/default -- With this query Vite exports the address, whatever the file exports.
import opfsUrl from "./opfs.worker.ts?worker&url";
import type { OpfsResult, OpfsWork } from "./opfs.worker.ts";

export type OpenTimes = {
  readonly openMs: number;
  /** With the fold that the screen needs. */
  readonly foldedMs: number;
  /** All rows of the record, and all snapshots of it, read and not looked into. */
  readonly rowsMs: number;
  readonly snapshotsMs: number;
  readonly events: number;
};

export type StorePage = {
  readonly setUp: () => Promise<void>;
  /** Milliseconds for saving so many chunks of thinking, each as soon as the one before it is kept. */
  readonly save: (chunks: number) => Promise<number>;
  readonly append: (chunks: number) => Promise<number>;
  /** Does nothing for that long. */
  readonly rest: (ms: number) => Promise<void>;
  /** Writes the case that is opened: tokens of thinking, then so many nodes and as many edges. */
  readonly fill: (tokens: number, nodes: number) => Promise<string>;
  readonly open: (caseId: string) => Promise<OpenTimes>;
};

declare global {
  var storePage: StorePage;
}

const CHUNK_TOKENS = 256;

const policy = globalThis.trustedTypes?.createPolicy("app", {
  createScriptURL: (url) => {
    if (url !== vaultWorkerUrl && url !== opfsUrl) throw new TypeError("Not a worker of this page");
    return url;
  },
});

function startWorker(url: string): Worker {
  return new Worker(policy?.createScriptURL(url) ?? url, { type: "module" });
}

const vault: Vault = createVault(
  readBrowserParts({
    createWorker: () => startWorker(vaultWorkerUrl),
    credentials: undefined,
    localStorage,
    listServiceWorkers: async () => [],
  }),
);

async function setUp(): Promise<void> {
  while (vault.readState().type === "looking") await new Promise((resolve) => setTimeout(resolve, 5));
  invariant((await vault.create("a passphrase of this benchmark")).ok, "the vault is created");
}

const author = { kind: "model", profile: "bench" } as const;

function toEvent(caseId: string, order: number, payload: EventPayload): RecordEvent {
  return {
    version: EVENT_VERSION,
    id: crypto.randomUUID(),
    order,
    time: order,
    author,
    caseId,
    ...payload,
  };
}

async function createCase(): Promise<OpenCase> {
  const caseId = crypto.randomUUID();
  const created = await vault.createCase([toEvent(caseId, 1, { type: "case-create", title: "Sample" })]);
  invariant(created.ok, "the case is created");
  const opened = await vault.openCase(caseId);
  invariant(opened.ok, "the case is opened");
  return opened.value;
}

const newId = () => crypto.randomUUID();

function openSession(opened: OpenCase) {
  return createCaseSession({ opened, author, newId, now: () => performance.now() });
}

function tokensOf(chunk: number): readonly string[] {
  return Array.from({ length: CHUNK_TOKENS }, (_, at) => ` tok${(chunk * CHUNK_TOKENS + at) % 9973}`);
}

const START = { type: "run-start", run: "r1", branch: MAIN_BRANCH, settings: SAMPLE_SETTINGS } as const;

async function save(chunks: number): Promise<number> {
  const session = openSession(await createCase());
  invariant((await session.write([START])).ok, "the run begins");
  const texts = Array.from({ length: chunks }, (_, chunk) => tokensOf(chunk).join(""));
  const startMs = performance.now();
  for (const text of texts) {
    const kept = await session.write([{ type: "thinking-append", run: "r1", text }], "relaxed");
    invariant(kept.ok, "the chunk is kept");
  }
  const ms = performance.now() - startMs;
  await session.close();
  return ms;
}

function append(chunks: number): Promise<number> {
  const worker = startWorker(opfsUrl);
  const work: OpfsWork = { chunks: Array.from({ length: chunks }, (_, chunk) => tokensOf(chunk)) };
  return new Promise((resolve) => {
    worker.addEventListener("message", ({ data }: MessageEvent<OpfsResult>) => {
      worker.terminate();
      resolve(data.ms);
    });
    worker.postMessage(work);
  });
}

async function fill(tokens: number, nodes: number): Promise<string> {
  const opened = await createCase();
  const session = openSession(opened);
  await session.write([START]);
  for (let chunk = 0; chunk < tokens / CHUNK_TOKENS; chunk += 1) {
    const text = tokensOf(chunk).join("");
    await session.write([{ type: "thinking-append", run: "r1", text }], "relaxed");
  }
  for (let node = 0; node < nodes; node += 1) {
    for (const payload of drawStatements(node)) {
      const kept = await session.write([payload], "relaxed");
      invariant(kept.ok, "the statement is kept");
    }
  }
  await session.close();
  return opened.id;
}

/** A node and what hangs it into the graph, each a row of its own as a run writes them. */
function drawStatements(place: number): readonly EventPayload[] {
  const id = `f${place}`;
  const node = drawNode(id, place, `Sign ${place} of the sample note`);
  const line = `inference ${id} [s1]: ${node.text}`;
  const stated: EventPayload = {
    type: "statement-close",
    run: "r1",
    line,
    statement: { type: "node", node },
    marks: [],
  };
  if (place === 0) return [stated];
  const to = `f${Math.floor(place / 2)}`;
  const edge = drawEdge(`${id}>${to}`, id, to);
  return [
    stated,
    {
      type: "statement-close",
      run: "r1",
      line: `${id} supports ${to} 0.5`,
      statement: { type: "edge", edge },
      marks: [],
    },
  ];
}

async function open(caseId: string): Promise<OpenTimes> {
  const rowsMs = await readRaw("events", caseId);
  const snapshotsMs = await readRaw("snapshots", caseId);
  const startMs = performance.now();
  const opened = await vault.openCase(caseId);
  const openMs = performance.now() - startMs;
  invariant(opened.ok, "the case is opened");
  const { length } = foldRecord(opened.value.events);
  const foldedMs = performance.now() - startMs;
  await opened.value.close();
  return { openMs, foldedMs, rowsMs, snapshotsMs, events: length };
}

/** Opening the database is not timed: the vault has it open as well. */
async function readRaw(store: "events" | "snapshots", caseId: string): Promise<number> {
  const database = await settle(indexedDB.open(DATABASE_NAME));
  const startMs = performance.now();
  const range = IDBKeyRange.bound([caseId, 0], [caseId, Number.MAX_SAFE_INTEGER]);
  const rows = await settle(database.transaction(store).objectStore(store).getAll(range));
  const ms = performance.now() - startMs;
  database.close();
  invariant(rows.length > 0, "there are rows to read");
  return ms;
}

function settle<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("The request failed")));
  });
}

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

globalThis.storePage = { setUp, save, append, rest, fill, open };
