/** The types of question that the graph answers without a model. Ask menus, router and help follow from this list. */
import { against } from "./against.ts";
import { changeOfMind } from "./change-of-mind.ts";
import { changeOfView } from "./change-of-view.ts";
import { didItMatter } from "./did-it-matter.ts";
import { doesItFollow } from "./does-it-follow.ts";
import { howSolid } from "./how-solid.ts";
import { howSure } from "./how-sure.ts";
import { mustNotMiss } from "./must-not-miss.ts";
import type { QuestionType } from "./question.ts";
import { treatments } from "./treatments.ts";
import { unused } from "./unused.ts";
import { whatIf } from "./what-if.ts";
import { whereInNote } from "./where-in-note.ts";
import { whoseKnowledge } from "./whose-knowledge.ts";
import { why } from "./why.ts";
import { whyNot } from "./why-not.ts";

export const questionTypes = [
  why,
  whyNot,
  whereInNote,
  whoseKnowledge,
  against,
  changeOfMind,
  whatIf,
  howSolid,
  howSure,
  unused,
  mustNotMiss,
  treatments,
  doesItFollow,
  didItMatter,
  changeOfView,
] as const satisfies readonly QuestionType[];
