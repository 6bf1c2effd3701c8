import { explainContrast } from "../argument/explanations/contrast.ts";
import type { QuestionType } from "./question.ts";
import { strongestOther, targetOrLeader } from "./target-or-leader.ts";

/** Q2: "Why not aortic dissection?" What was not named is the leader, or the one behind it. */
export const whyNot: QuestionType = {
  op: "Q2",
  about: ["case", "hypothesis"],
  cues: [
    "why not",
    "why ... instead of",
    "why ... rather than",
    "why ... and not",
    "rather than",
    "instead of",
    "why isn't it",
    "why is it not",
    "rule out",
    "ruled out",
    "compare",
    "versus",
    "vs",
    "difference between",
    "couldn't it be",
    "could it be",
    "could this be",
  ],
  answer: ({ strengths }, { target, other }) => {
    const leader = targetOrLeader(strengths, undefined);
    const rival = target ?? strongestOther(strengths, leader);
    const held = other ?? (rival === leader ? strongestOther(strengths, rival) : leader);
    return explainContrast(strengths, held, rival);
  },
};
