/** Requests for tests: one small case, one scripted model. */
import { readSentences } from "../../../domain/case-text/sentences.ts";
import { MAIN_BRANCH } from "../../../domain/record/events.ts";
import type { RunChoices, RunModel, RunRecord, RunRequest } from "../run-request.ts";

const NOTE = "Sudden breathlessness after a long flight. The left calf is swollen and tender. Pulse 118/min.";

export const THOUGHT =
  "The calf is swollen and she flew far. A clot in the lung explains the pulse. Pneumonia does not.";
export const LINES = [
  "finding f1 critical [s1]: Sudden breathlessness",
  "finding f2 [s2]: Swollen calf",
  "hypothesis h1 must-not-miss 0.5: Pulmonary embolism",
  "f1 supports h1 0.6: Sudden onset is typical",
  "f2 supports h1 0.7: A clot in the leg may travel",
  "conclusion h1: Pulmonary embolism",
] as const;

/** A reply of both phases, as a transcript. */
export const TRANSCRIPT = `<think>\n${THOUGHT}\n</think>\n${LINES.join("\n")}\n`;

export type RequestParts = {
  readonly record: RunRecord;
  readonly caseId?: string;
  readonly note?: string;
  readonly model?: Partial<RunModel>;
  readonly choices?: Partial<RunChoices>;
};

/** A request as the app would make it. */
export function toRunRequest({ record, caseId, note, model, choices }: RequestParts): RunRequest {
  return {
    about: {
      caseId: caseId ?? "case-1",
      branch: MAIN_BRANCH,
      revision: undefined,
      sentences: readSentences(note ?? NOTE),
    },
    model: {
      engine: "scripted",
      model: "test",
      fileHash: "",
      contextTokens: 16_384,
      capabilities: { grammar: undefined, logprobs: false, voice: "model" },
      style: { start: "answer" },
      ...model,
    },
    choices: { seed: 1, temperature: 0, isThinking: true, thinkingTokens: undefined, ...choices },
    record,
  };
}
