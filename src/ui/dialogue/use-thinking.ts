/** The thinking of a run in pages: as it streams while it does, and from the record once it is there. */
import { useState } from "react";
import type { RunId } from "../../domain/record/events.ts";
import { itemsFrom, type GrowingView } from "../../workbench/run/growing-list.ts";
import { CALM_MS } from "../../workbench/run/run-clock.ts";
import { useFacts } from "../desk/use-desk.ts";
import { useCalmRun } from "../desk/use-calm-run.ts";
import { createChunkReader, createPageWriter, type ThinkingPages } from "./thinking-pages.ts";

/** Undefined where nothing was thought. */
export function useThinking(run: RunId): ThinkingPages | undefined {
  const [readChunks] = useState(createChunkReader);
  const [readLive] = useState(createLiveReader);
  const chunks = useFacts(({ live }) => live.view.state.runs.get(run)?.thinking);
  const live = useCalmRun(
    (state) => (state.run === run && state.end === undefined ? state.thinking : undefined),
    CALM_MS.words,
  );
  if (live !== undefined && live.count > 0) return readLive(live);
  return chunks === undefined ? undefined : readChunks(chunks);
}

function createLiveReader(): (view: GrowingView<string>) => ThinkingPages {
  const writer = createPageWriter();
  let seen = 0;
  return (view) => {
    const fresh = itemsFrom(view, seen);
    seen = Math.max(seen, view.count);
    if (fresh.length > 0) writer.push(fresh.join(""));
    return writer.read();
  };
}
