/** What is in a page's memory, apart from what the engine of the browser keeps for itself. */
import type { CDPSession } from "@playwright/test";

export type Heap = {
  /** As the browser itself counts them. */
  readonly usedBytes: number;
  /** With the elements of the page. */
  readonly allBytes: number;
  /** Without compiled code, what it has learnt of types, and shapes of objects: those grow with use, up to a point. */
  readonly dataBytes: number;
  /**
   * Of that, without the browser's own tables and what it notes of every page (when something was painted, moved, fetched,
   * visited): what the page itself keeps.
   */
  readonly keptBytes: number;
};

type Snapshot = {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
};

const ENGINES_OWN: ReadonlySet<string | undefined> = new Set(["code", "object shape"]);

/** Elements and the contents of buffers are the page's; what these are kept for, it neither asked for nor can let go. */
const BROWSERS_OWN =
  /^(?:system \/ (?!JSArrayBufferData)|blink::|Performance\w*Timing$|TaskAttributionTiming$|LayoutShift|DOMRectReadOnly$|\w+ContentfulPaint$|NavigationHistoryEntry$)/u;

/** Bytes in use after everything that can go has gone. */
export async function readHeap(session: CDPSession): Promise<Heap> {
  for (let time = 0; time < 3; time += 1) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const chunks: string[] = [];
  const listen = ({ chunk }: { readonly chunk: string }): void => void chunks.push(chunk);
  session.on("HeapProfiler.addHeapSnapshotChunk", listen);
  await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  session.off("HeapProfiler.addHeapSnapshotChunk", listen);
  return { usedBytes: usedSize, ...sumUp(JSON.parse(chunks.join("")) as Snapshot) };
}

function sumUp({ snapshot, nodes, strings }: Snapshot): Omit<Heap, "usedBytes"> {
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [typeAt, nameAt] = [fields.indexOf("type"), fields.indexOf("name")];
  const sizeAt = fields.indexOf("self_size");
  let [allBytes, dataBytes, keptBytes] = [0, 0, 0];
  for (let at = 0; at < nodes.length; at += fields.length) {
    const size = nodes[at + sizeAt] ?? 0;
    allBytes += size;
    const type = types[0][nodes[at + typeAt] ?? -1];
    if (ENGINES_OWN.has(type)) continue;
    dataBytes += size;
    const name = strings[nodes[at + nameAt] ?? -1] ?? "";
    if (type !== "native" || !BROWSERS_OWN.test(name)) keptBytes += size;
  }
  return { allBytes, dataBytes, keptBytes };
}
