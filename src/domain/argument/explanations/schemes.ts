/**
 * Argumentation schemes and their critical questions, in our own wording. A failed question creates the attack named.
 * Sources: clinical foundation 2.1 (ArgMed-Agents, arXiv 2403.06294; the Better Decision scheme follows Qassas and
 * colleagues) and 2.3 (Walton's schemes; abduction unchecked). Wording not theirs: see 11.1, point 1.
 */

export type FailureAttack = "rebut" | "undermine" | "undercut";

export type CriticalQuestion = {
  /** `<scheme>.<number>`, the name by which question nodes and attacks refer to it. */
  readonly id: string;
  readonly text: string;
  readonly failure?: FailureAttack;
};

export type Scheme = {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly questions: readonly CriticalQuestion[];
};

const ARGMED = "clinical foundation 2.1";
const WALTON = "clinical foundation 2.3";

type Asked = string | readonly [text: string, failure: FailureAttack];

function scheme(id: string, name: string, source: string, ...asked: readonly Asked[]): Scheme {
  const questions = asked.map((entry, index): CriticalQuestion => {
    const questionId = `${id}.${index + 1}`;
    return typeof entry === "string"
      ? { id: questionId, text: entry }
      : { id: questionId, text: entry[0], failure: entry[1] };
  });
  return { id, name, source, questions };
}

/** Every scheme an edge can name. */
export const SCHEMES: readonly Scheme[] = [
  scheme(
    "decision",
    "Decision",
    ARGMED,
    ["Is there evidence that this choice serves the goal in patients like this one?", "undercut"],
    ["Are the facts it rests on really so?", "undermine"],
    ["Does it have a side effect or contraindication here?", "rebut"],
    ["Is another choice better?", "rebut"],
    ["Is this the right goal now, or must something else come first?", "rebut"],
  ),
  scheme(
    "side-effect",
    "Side effect",
    ARGMED,
    ["Is it established that the choice causes this effect?", "undercut"],
    ["Is the patient really at that risk?", "undermine"],
    ["Can the effect be prevented, treated or accepted?", "undercut"],
    ["Does the benefit outweigh it?", "rebut"],
  ),
  scheme(
    "danger",
    "Danger",
    ARGMED,
    "Is the danger likely in this patient?",
    "Does the choice reduce it?",
    "Does the choice bring a danger of its own?",
  ),
  scheme(
    "better-decision",
    "Better decision",
    ARGMED,
    "Does the evidence for the comparison fit this patient?",
    "Is the other choice available and acceptable?",
    "Does the other choice bring a new harm?",
  ),
  scheme(
    "sign",
    "Sign",
    WALTON,
    "How strongly does the finding point to this?",
    "Does another condition explain the finding better?",
  ),
  scheme(
    "evidence-to-hypothesis",
    "Evidence to hypothesis",
    WALTON,
    "Would the condition really produce this finding?",
    "Is the finding truly present?",
    "Could something else have produced it?",
  ),
  scheme(
    "falsification",
    "Falsification",
    WALTON,
    "Would the condition always produce the finding at this stage?",
    "Was the finding looked for properly?",
  ),
  scheme(
    "abduction",
    "Best explanation",
    WALTON,
    "How well does it explain the findings by itself?",
    "Is it better than each rival?",
    "Was the search for rivals thorough?",
    "Should one wait for more data?",
  ),
  scheme(
    "cause-to-effect",
    "Cause to effect",
    WALTON,
    "How strong is the causal rule?",
    "Does it apply here?",
    "What could interfere?",
  ),
  scheme(
    "correlation-to-cause",
    "Correlation to cause",
    WALTON,
    "Is the link real?",
    "Could it run the other way?",
    "Is there a common cause?",
  ),
  scheme(
    "expert-opinion",
    "Expert opinion or guideline",
    WALTON,
    "Is the source expert in this field?",
    "What exactly does it say, and can that be checked?",
    "Does it fit this patient?",
    "Do other sources agree?",
    "Is it current?",
  ),
  scheme(
    "consequences",
    "Consequences",
    WALTON,
    "How likely is the result?",
    "What is the evidence for it?",
    "Are there consequences the other way?",
  ),
  scheme(
    "analogy",
    "Analogy",
    WALTON,
    "Are the two patients alike in what matters?",
    "Was it true in the other patient?",
    "Which differences matter?",
    "Is there a similar patient in whom it failed?",
  ),
  scheme(
    "exception",
    "Precedent or exception",
    WALTON,
    "Does the rule really say that?",
    "Is this patient a true exception, or is there an error?",
  ),
  scheme(
    "established-rule",
    "Established rule",
    WALTON,
    "Is that what the rule says?",
    "Does the rule apply here?",
    "Does another rule fit better?",
  ),
  scheme(
    "classification",
    "Classification",
    WALTON,
    "Is the property certain?",
    "Is the classification clear-cut?",
  ),
];

/** The scheme an edge names, if we know it. */
export function schemeById(id: string): Scheme | undefined {
  return SCHEMES.find((candidate) => candidate.id === id);
}
