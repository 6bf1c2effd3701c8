/**
 * A teaching case as it lies in `public/cases`: the story, its argument, what to teach with it, and the strengths that the
 * engine must reproduce. Content is synthetic and not clinically reviewed, and every file says so.
 */
import type { Polarity } from "../graph.ts";

/** A part of the story: what is known by then. Offsets are UTF-16 code units, end exclusive. */
export type CaseStage = { readonly stage: string; readonly start: number; readonly end: number };

export type CaseFinding = {
  readonly id: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly stage: string;
  readonly label: string;
  readonly category: string;
  readonly polarity: Polarity;
  readonly critical: boolean;
  readonly analyte?: string;
  readonly value?: number;
  readonly unit?: string;
};

export type CaseHypothesis = {
  readonly id: string;
  readonly name: string;
  readonly kind: "diagnosis" | "assessment";
  readonly tier: string;
  readonly mustNotMiss: boolean;
  readonly baseScore: number;
};

export type CaseLink = {
  readonly id: string;
  readonly finding: string;
  readonly hypothesis: string;
  readonly relation: "supports" | "attacks";
  readonly strength: number;
  readonly rationale: string;
};

export type CaseKnowledge = { readonly id: string; readonly text: string; readonly attribution: string };

/** Knowledge that takes weight from one link. */
export type CaseUndercut = {
  readonly knowledge: string;
  readonly finding: string;
  readonly hypothesis: string;
  readonly kind: "undercut";
  readonly strength: number;
  readonly rationale: string;
};

export type CalculatorInput = string | number | boolean | null | readonly string[];

export type CaseCalculator = {
  readonly id: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, CalculatorInput>>;
  readonly expected: number | string;
  readonly unit: string;
  readonly interpretation: string;
  readonly caution?: string;
};

export type TreatmentStatus = "option" | "reserve" | "not routinely" | "caution" | "contraindicated";

export type CaseTreatment = { readonly name: string; readonly status: TreatmentStatus; readonly why: string };

/** Strengths of one hypothesis at the end of the story, under every semantics. */
export type ExpectedStrengths = {
  readonly netEnergy: number;
  readonly logOdds: number;
  readonly quadraticEnergy: number;
  readonly dfQuad: number;
  readonly euler: number;
};

export type ExpectedFlip = {
  readonly upTo: string;
  readonly leader: string;
  readonly size: number | null;
  readonly newLeaderAgainst: string | null;
  readonly remove: readonly string[] | null;
};

/** Test vectors for the strength engine, not clinical content. */
export type ExpectedValues = {
  readonly leader: string;
  readonly runnerUp: string;
  readonly hypotheses: Readonly<Record<string, ExpectedStrengths>>;
  readonly byStage: readonly {
    readonly upTo: string;
    readonly leader: string;
    readonly ranking: readonly string[];
    /** In the order of `ranking`. */
    readonly strengths: readonly number[];
  }[];
  readonly withoutStage: readonly {
    readonly without: string;
    readonly leader: string;
    readonly strength: number;
  }[];
  readonly smallestFlip: readonly ExpectedFlip[];
  readonly ledgerForLeader: readonly (readonly [finding: string, points: number])[];
};

export type TeachingCase = {
  readonly format: "curbside-teaching-case";
  readonly version: 1;
  readonly synthetic: true;
  readonly clinicallyReviewed: boolean;
  readonly notice: string;
  readonly id: string;
  readonly title: string;
  readonly specialty: string;
  readonly setting: string;
  readonly difficulty: string;
  readonly vignette: string;
  readonly stages: readonly CaseStage[];
  readonly findings: readonly CaseFinding[];
  readonly hypotheses: readonly CaseHypothesis[];
  readonly links: readonly CaseLink[];
  readonly knowledge: readonly CaseKnowledge[];
  readonly undercuts: readonly CaseUndercut[];
  readonly pitfalls: readonly { readonly bias: string; readonly text: string }[];
  readonly calculators: readonly CaseCalculator[];
  readonly tests: readonly { readonly name: string; readonly why: string }[];
  readonly treatments: readonly CaseTreatment[];
  readonly goldDiagnosis: { readonly hypothesis: string; readonly text: string };
  readonly problemRepresentation: string;
  readonly illnessScripts: readonly {
    readonly hypothesis: string;
    readonly enabling: string;
    readonly fault: string;
    readonly consequences: string;
  }[];
  readonly referenceReasoning: readonly string[];
  readonly scriptConcordance: readonly {
    readonly hypothesis: string;
    readonly newInformation: string;
    readonly scale: string;
    readonly panel: readonly number[];
  }[];
  readonly keyFeatures: readonly {
    readonly question: string;
    readonly accept: readonly string[];
    readonly penalise: readonly string[];
  }[];
  readonly probe: {
    readonly doNotVary: readonly string[];
    readonly safeToVary: readonly string[];
    readonly note: string;
  };
  readonly expected: ExpectedValues;
};

/** What a list of cases shows of one of them, and where its files lie. */
export type TeachingCaseEntry = Pick<
  TeachingCase,
  "id" | "title" | "specialty" | "setting" | "difficulty"
> & {
  readonly file: string;
  readonly script: string;
};

export type TeachingCaseIndex = {
  readonly format: "curbside-teaching-cases";
  readonly version: 1;
  readonly synthetic: true;
  readonly clinicallyReviewed: boolean;
  readonly notice: string;
  readonly cases: readonly TeachingCaseEntry[];
};
