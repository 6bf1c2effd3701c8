/** What the words of the workbench mean, in two plain sentences each. */

const terms = {
  strength: {
    term: "Strength",
    words:
      "How well a step stands once everything for it and against it is weighed, from strongly opposed to strongly supported. It compares arguments; it is never the probability of a disease.",
  },
  leader: {
    term: "Leader",
    words:
      "The hypothesis with the highest strength as the argument stands now. It may change with every finding, correction and counter-argument, and leading is no diagnosis.",
  },
  stale: {
    term: "Out of date",
    words:
      "Something that this step rests on was changed after it was stated, so it may no longer hold. It stays readable until it is run again, corrected, or found to still hold.",
  },
  "flip-set": {
    term: "Flip set",
    words:
      "The smallest set of findings without which another hypothesis would lead. A small set means that the conclusion hangs on little.",
  },
  "computed-answer": {
    term: "Computed answer",
    words:
      "Calculated at once from the steps, links and strengths on this screen, without asking any model. It is exactly as good as the argument it is computed from.",
  },
  thinking: {
    term: "Thinking",
    words:
      "Free text before anything is committed to. It is shown as it came, may be wrong or dropped later, and is not the true inner cause of what follows.",
  },
  branch: {
    term: "Branch",
    words:
      "A second version of the argument that begins at some point of another one. Both are kept, and they can be compared; the star marks the one you prefer.",
  },
  verdict: {
    term: "Verdict",
    words:
      "Your judgement of a step or of the answer: accept, reject or unsure. It is kept apart from the model's words and changes no strength.",
  },
} as const satisfies Record<string, { readonly term: string; readonly words: string }>;

export type HintTerm = keyof typeof terms;

/** The words of a hint, ready to be handed to it. */
export function hintOf(term: HintTerm) {
  return { ...terms[term], label: `What does “${terms[term].term.toLowerCase()}” mean?` };
}
