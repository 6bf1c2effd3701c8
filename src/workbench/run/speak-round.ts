/** One round: the model speaks, what it says is read and kept as it comes, and how it ended is told in our words. */
import type {
  Engine,
  GenerateRequest,
  GenerationEnd,
  ReadingProgress,
  TokenBatch,
} from "../../contracts/engine.ts";
import type { EngineError } from "../../contracts/engine-error.ts";
import type { Result } from "../../shared/result.ts";
import { assertNever } from "../../shared/assert.ts";
import { type LiveRun, takeParts } from "./live-run.ts";
import type { ReplyPart, ReplyReader } from "./reply-reader.ts";
import { CALM_MS } from "./run-clock.ts";

export type RoundEnd =
  /** The model came to its own end. */
  | "whole"
  /** The round or what the phase may take was used up. */
  | "cut"
  | "halted"
  | "context-full"
  | "repetition"
  | "empty"
  | "failed";

export type Round = {
  readonly end: RoundEnd;
  /** All that was said, exactly as it came. */
  readonly text: string;
  readonly isThinkingOpen: boolean;
};

export type RoundParts = {
  readonly live: LiveRun;
  readonly engine: Pick<Engine, "generate" | "interrupt">;
  readonly request: GenerateRequest;
  readonly reader: ReplyReader;
  readonly now: () => number;
  /** Says that there is something new to see; with a calm it may wait so long. */
  readonly touch: (calmMs?: number) => void;
};

/** Speaks a round. It stops exactly at what the phase may take, wherever the batches were cut: the seed decides, not the clock. */
export async function speakRound(parts: RoundParts): Promise<Round> {
  const { live, engine, request, reader, touch } = parts;
  const said: string[] = [];
  let isCut = false;
  const take = ({ texts }: TokenBatch): void => {
    let calmMs = live.rebuilding === undefined && live.reading === undefined ? NOTHING_NEW : 0;
    live.rebuilding = undefined;
    live.reading = undefined;
    for (const text of texts) {
      if (isCut || live.spent >= live.allowed) {
        isCut = true;
        engine.interrupt();
        break;
      }
      said.push(text);
      live.spent += 1;
      live.tokens += 1;
      const read = reader.push(text);
      takeParts(live, read);
      calmMs = Math.min(calmMs, calmOf(read));
    }
    live.rate.add(live.tokens, parts.now());
    // Tokens of a line that is not whole yet only count: the beat of the run shows that.
    if (calmMs < NOTHING_NEW) touch(calmMs);
  };
  const hearReading = (reading: ReadingProgress): void => {
    live.reading = reading;
    touch();
  };
  // A script was never told anything: it has nothing to read.
  const isModel = live.request.model.capabilities.voice === "model";
  const result = await engine.generate(request, take, isModel ? hearReading : undefined);
  live.reading = undefined;
  const end = judgeRound(live, result, isCut);
  const { parts: last, isThinkingOpen } = reader.finish(end === "whole");
  takeParts(live, last);
  touch();
  return { end, text: said.join(""), isThinkingOpen };
}

const NOTHING_NEW = Number.POSITIVE_INFINITY;

/** Words are read as they come. Of a statement the run itself shows only figures: the argument tells of it. */
function calmOf(parts: readonly ReplyPart[]): number {
  if (parts.length === 0) return NOTHING_NEW;
  return parts.some(({ type }) => type !== "statement") ? CALM_MS.words : CALM_MS.figures;
}

function judgeRound(live: LiveRun, result: Result<GenerationEnd, EngineError>, isCut: boolean): RoundEnd {
  if (!result.ok && result.error.type !== "engine-empty-answer") {
    live.error = result.error;
    return live.halt === undefined ? "failed" : "halted";
  }
  if (live.halt !== undefined) return "halted";
  if (!result.ok) return "empty";
  if (isCut) return "cut";
  const { reason } = result.value;
  switch (reason) {
    case "stop":
    case "stop-string":
      return "whole";
    case "budget":
    case "interrupted":
      return "cut";
    case "context-full":
    case "repetition":
      return reason;
    default:
      return assertNever(reason);
  }
}
