/** The shape of a teaching case file, field by field; what the fields must say to each other is checked by the reader. */
import {
  either,
  flag,
  listOf,
  nothing,
  number,
  objectOf,
  offset,
  oneOf,
  optional,
  pairOf,
  recordOf,
  share,
  text,
  words,
} from "./json-shape.ts";
import type { Shape } from "./json-shape.ts";
import type {
  CaseCalculator,
  CaseFinding,
  CaseHypothesis,
  CaseKnowledge,
  CaseLink,
  CaseStage,
  CaseTreatment,
  CaseUndercut,
  ExpectedFlip,
  ExpectedStrengths,
  ExpectedValues,
  TeachingCase,
  TeachingCaseEntry,
  TeachingCaseIndex,
} from "./teaching-case.ts";

const stage = objectOf<CaseStage>({ stage: words, start: offset, end: offset });

const finding = objectOf<CaseFinding>({
  id: words,
  quote: words,
  start: offset,
  end: offset,
  stage: words,
  label: words,
  category: words,
  polarity: oneOf("present", "absent", "normal", "unknown"),
  critical: flag,
  analyte: optional(words),
  value: optional(number),
  unit: optional(text),
});

const hypothesis = objectOf<CaseHypothesis>({
  id: words,
  name: words,
  kind: oneOf("diagnosis", "assessment"),
  tier: words,
  mustNotMiss: flag,
  baseScore: share,
});

const link = objectOf<CaseLink>({
  id: words,
  finding: words,
  hypothesis: words,
  relation: oneOf("supports", "attacks"),
  strength: share,
  rationale: words,
});

const knowledge = objectOf<CaseKnowledge>({ id: words, text: words, attribution: words });

const undercut = objectOf<CaseUndercut>({
  knowledge: words,
  finding: words,
  hypothesis: words,
  kind: oneOf("undercut"),
  strength: share,
  rationale: words,
});

const input = either(either(either(text, number), flag), either(nothing, listOf(text)));

const calculator = objectOf<CaseCalculator>({
  id: words,
  name: words,
  inputs: recordOf(input),
  expected: either(number, words),
  unit: text,
  interpretation: words,
  caution: optional(words),
});

const treatment = objectOf<CaseTreatment>({
  name: words,
  status: oneOf("option", "reserve", "not routinely", "caution", "contraindicated"),
  why: words,
});

const strengths = objectOf<ExpectedStrengths>({
  netEnergy: number,
  logOdds: share,
  quadraticEnergy: share,
  dfQuad: share,
  euler: share,
});

const flip = objectOf<ExpectedFlip>({
  upTo: words,
  leader: words,
  size: either(offset, nothing),
  newLeaderAgainst: either(words, nothing),
  remove: either(listOf(words), nothing),
});

const expected = objectOf<ExpectedValues>({
  leader: words,
  runnerUp: words,
  hypotheses: recordOf(strengths),
  byStage: listOf(objectOf({ upTo: words, leader: words, ranking: listOf(words), strengths: listOf(share) })),
  withoutStage: listOf(objectOf({ without: words, leader: words, strength: share })),
  smallestFlip: listOf(flip),
  ledgerForLeader: listOf(pairOf(words, number)),
});

export const TEACHING_CASE_SHAPE: Shape<TeachingCase> = objectOf<TeachingCase>({
  format: oneOf("curbside-teaching-case"),
  version: oneOf(1),
  synthetic: oneOf(true),
  clinicallyReviewed: flag,
  notice: words,
  id: words,
  title: words,
  specialty: words,
  setting: words,
  difficulty: words,
  vignette: words,
  stages: listOf(stage),
  findings: listOf(finding),
  hypotheses: listOf(hypothesis),
  links: listOf(link),
  knowledge: listOf(knowledge),
  undercuts: listOf(undercut),
  pitfalls: listOf(objectOf({ bias: words, text: words })),
  calculators: listOf(calculator),
  tests: listOf(objectOf({ name: words, why: words })),
  treatments: listOf(treatment),
  goldDiagnosis: objectOf({ hypothesis: words, text: words }),
  problemRepresentation: words,
  illnessScripts: listOf(objectOf({ hypothesis: words, enabling: words, fault: words, consequences: words })),
  referenceReasoning: listOf(words),
  scriptConcordance: listOf(
    objectOf({ hypothesis: words, newInformation: words, scale: words, panel: listOf(number) }),
  ),
  keyFeatures: listOf(objectOf({ question: words, accept: listOf(words), penalise: listOf(words) })),
  probe: objectOf({ doNotVary: listOf(words), safeToVary: listOf(words), note: words }),
  expected,
});

export const TEACHING_CASE_INDEX_SHAPE: Shape<TeachingCaseIndex> = objectOf<TeachingCaseIndex>({
  format: oneOf("curbside-teaching-cases"),
  version: oneOf(1),
  synthetic: oneOf(true),
  clinicallyReviewed: flag,
  notice: words,
  cases: listOf(
    objectOf<TeachingCaseEntry>({
      id: words,
      title: words,
      specialty: words,
      setting: words,
      difficulty: words,
      file: words,
      script: words,
    }),
  ),
});
