/** Says tokens at the script's pace, until they end, a stop string comes, the budget is spent or someone interrupts. */
import type { GenerationEnd, TokenBatch } from "../../contracts/engine.ts";
import { createStopScan } from "../stop-scan.ts";
import type { Timer } from "../timer.ts";

/** Timers fire no oftener than this in a browser once they are nested. */
const SHORTEST_TICK_MS = 4;

export type ReplayParts = {
  readonly tokens: readonly string[];
  readonly tokensPerSecond: number;
  readonly stop: readonly string[];
  readonly timer: Timer;
  readonly isInterrupted: () => boolean;
  readonly onTokens: (batch: TokenBatch) => void;
  /** What happens before a token is said; false where nothing more is. */
  readonly beforeToken: (place: number) => boolean;
};

export type ReplayEnd = {
  readonly reason: Extract<GenerationEnd["reason"], "stop" | "stop-string" | "interrupted">;
  readonly tokens: number;
};

/** Replays; a replay that a fault cut short never ends by itself. */
export function replay(parts: ReplayParts): Promise<ReplayEnd> {
  const { timer, tokensPerSecond } = parts;
  const startMs = timer.now();
  const tickMs = Math.max(SHORTEST_TICK_MS, 1000 / tokensPerSecond);
  const speaker = createSpeaker(parts);
  return new Promise((resolve) => {
    const tick = (): void => {
      // A hair more: adding up ticks of 1000/60 milliseconds falls short of the whole token by rounding.
      const due = Math.floor(((timer.now() - startMs) * tokensPerSecond) / 1000 + 1e-6);
      const end = speaker.speakUpTo(due);
      if (end === "silent") return;
      if (end === "more") timer.after(tickMs, tick);
      else resolve({ reason: end, tokens: speaker.said() });
    };
    timer.after(tickMs, tick);
  });
}

function createSpeaker({ tokens, stop, isInterrupted, onTokens, beforeToken }: ReplayParts) {
  const scan = createStopScan(stop);
  let said = 0;
  const say = (text: string): void => {
    if (text !== "") onTokens({ texts: [text], chances: undefined });
  };
  return {
    said: () => said,
    speakUpTo: (due: number): ReplayEnd["reason"] | "more" | "silent" => {
      while (said < due || said >= tokens.length) {
        if (isInterrupted()) return "interrupted";
        if (!beforeToken(said)) return "silent";
        const token = tokens[said];
        if (token === undefined) {
          say(scan.finish());
          return "stop";
        }
        said += 1;
        const { text, stopped } = scan.push(token);
        say(text);
        if (stopped) return "stop-string";
      }
      return isInterrupted() ? "interrupted" : "more";
    },
  };
}
