import { expect, test } from "vitest";
import { judgeReply } from "./judge-reply.ts";
import { PHASE_BUDGETS, planRound, type RoundQuery } from "./phase-budgets.ts";

const query: RoundQuery = {
  phase: "statements",
  allowed: undefined,
  spent: 0,
  promptTokens: 500,
  contextTokens: 4096,
};

test("rounds stay short, and a phase ends when it has had its share", () => {
  expect(planRound(query)).toEqual({ type: "round", budget: 1000 });
  expect(planRound({ ...query, spent: 1700 })).toEqual({ type: "round", budget: 300 });
  expect(planRound({ ...query, spent: 2000 })).toEqual({ type: "spent" });
});

test("a clinician may allow more, up to the hard limit, or less", () => {
  const thinking = { ...query, phase: "thinking", contextTokens: 32_768 } as const;
  expect(planRound(thinking)).toEqual({ type: "round", budget: 1500 });
  expect(planRound({ ...thinking, allowed: 3000, spent: 1500 })).toEqual({ type: "round", budget: 1500 });
  expect(planRound({ ...thinking, allowed: 9000 })).toEqual({
    type: "round",
    budget: PHASE_BUDGETS.thinking.most,
  });
  expect(planRound({ ...thinking, allowed: 10 })).toEqual({ type: "round", budget: 10 });
});

test("a round shrinks to the room there is, and without room the numbers are told", () => {
  expect(planRound({ ...query, promptTokens: 4000 })).toEqual({ type: "round", budget: 96 });
  expect(planRound({ ...query, promptTokens: 4060 })).toEqual({
    type: "no-room",
    promptTokens: 4060,
    contextTokens: 4096,
  });
});

const REPLIES = [
  ["<think>a</think>b", "answer", { thinking: "a", answer: "b", trouble: undefined }],
  ["a</think>b", "thinking", { thinking: "a", answer: "b", trouble: undefined }],
  ["<think>a", "answer", { thinking: "a", answer: "", trouble: "unclosed-thinking" }],
  ["a and more", "thinking", { thinking: "a and more", answer: "", trouble: "unclosed-thinking" }],
  ["<think>a</think>\n ", "answer", { thinking: "a", answer: "\n ", trouble: "empty-answer" }],
  ["", "answer", { thinking: "", answer: "", trouble: "empty-answer" }],
] as const;

test.each(REPLIES)("%j of a model that starts with %s", (text, start, reply) => {
  expect(judgeReply(text, { start })).toEqual(reply);
});
