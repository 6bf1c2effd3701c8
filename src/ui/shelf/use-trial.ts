/** One short question to the model in memory: its words as they come, how fast, and how it ended. */
import { useEffect, useRef, useState } from "react";
import type { GenerateRequest, GenerationEnd } from "../../contracts/engine.ts";
import type { EngineError } from "../../contracts/engine-error.ts";
import type { EngineSession } from "../../workbench/engine-session/engine-session.ts";
import { tryText } from "../text/shelf.ts";

export type Trial = {
  readonly text: string;
  readonly tokens: number;
  /** Seconds from asking to the first word; undefined before it. */
  readonly firstSeconds: number | undefined;
  /** Tokens a second since the first word. */
  readonly rate: number;
  readonly state:
    | { readonly type: "running" }
    | { readonly type: "ended"; readonly reason: GenerationEnd["reason"] }
    | { readonly type: "failed"; readonly error: EngineError };
};

/** Short, the same every time, and as sure as the model can be: what is seen is the model, not chance. */
const REQUEST: GenerateRequest = {
  prompt: { type: "chat", thinking: false, messages: [{ role: "user", text: tryText.question }] },
  grammar: undefined,
  budget: 160,
  seed: 1,
  temperature: 0,
  topP: 1,
  stop: [],
  logprobs: 0,
};

const STARTED: Trial = { text: "", tokens: 0, firstSeconds: undefined, rate: 0, state: { type: "running" } };

/** Nothing before the first question; leaving the screen stops the answer. */
export function useTrial(session: EngineSession): {
  readonly trial: Trial | undefined;
  readonly ask: () => Promise<void>;
} {
  const [trial, setTrial] = useState<Trial>();
  const isRunning = useRef(false);
  useEffect(
    () => () => {
      if (isRunning.current) session.interrupt();
    },
    [session],
  );
  const ask = async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    setTrial(STARTED);
    const startMs = performance.now();
    const result = await session.engine.generate(REQUEST, ({ texts }) => {
      const seconds = (performance.now() - startMs) / 1000;
      setTrial((before) => withTokens(before ?? STARTED, texts, seconds));
    });
    isRunning.current = false;
    const state = result.ok
      ? ({ type: "ended", reason: result.value.reason } as const)
      : ({ type: "failed", error: result.error } as const);
    setTrial((before) => ({ ...(before ?? STARTED), state }));
  };
  return { trial, ask };
}

function withTokens(trial: Trial, texts: readonly string[], seconds: number): Trial {
  const tokens = trial.tokens + texts.length;
  const firstSeconds = trial.firstSeconds ?? seconds;
  const spent = seconds - firstSeconds;
  return {
    ...trial,
    text: trial.text + texts.join(""),
    tokens,
    firstSeconds,
    // The first batch came with the reading of the prompt and says nothing about speed.
    rate: spent > 0 ? (tokens - 1) / spent : 0,
  };
}
