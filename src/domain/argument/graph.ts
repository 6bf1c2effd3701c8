/**
 * The argument graph as data: eleven node kinds in four families, five edge kinds, attacks of three kinds.
 * Meaning: clinical foundation 2.6. This file only names things; what may point at what is in `legal-moves.ts`,
 * strengths, explanations and differences are functions over this value.
 */

export type NodeId = string;
export type EdgeId = string;
/** Something a question, annotation or undercut can be about: a node or an edge. */
export type TargetId = string;

/** Where a statement is anchored: a sentence of the case text, with the quoted stretch when it is known. */
export type Citation = {
  /** Sentence id such as `s4`. */
  readonly sentence: string;
  /** Offsets into the case text (UTF-16 code units, end exclusive). */
  readonly span?: readonly [start: number, end: number];
};

/** Whose knowledge a node is. */
export type Attribution = "case" | "calculated" | "source" | "model" | "human";

/** How the node came to be, so that nothing read from free text poses as the model's own structure. */
export type Origin = "notation" | "free-text" | "scripted" | "human";

/** MedR-Bench stage: 1 examination recommendation, 2 diagnosis, 3 treatment planning. */
export type Stage = 1 | 2 | 3;

export type Polarity = "present" | "absent" | "normal" | "unknown";

export type Move = "abduction" | "deduction" | "induction";

type NodeBase = {
  readonly id: NodeId;
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly attribution: Attribution;
  readonly origin: Origin;
  readonly stage?: Stage;
  /** Starting strength in [0, 1]; the kind's default applies when it is absent. */
  readonly baseScore?: number;
  /** Findings that share a cause: see clinical foundation 3.3, last paragraph. */
  readonly cluster?: string;
};

export type FindingNode = NodeBase & {
  readonly kind: "finding";
  readonly polarity: Polarity;
  readonly critical: boolean;
  readonly category?: string;
  readonly time?: string;
  readonly value?: number;
  readonly unit?: string;
  /** Index of the part of the story that reveals it (triage 0, history 1, ...), for the stage walk. */
  readonly revealedAt?: number;
};
export type CalculationNode = NodeBase & {
  readonly kind: "calculation";
  readonly calculatorId?: string;
  readonly inputs: readonly { readonly name: string; readonly value: string; readonly citation?: Citation }[];
  readonly claimed?: string;
  readonly recomputed?: string;
};
export type KnowledgeNode = NodeBase & {
  readonly kind: "knowledge";
  readonly source?: string;
  readonly date?: string;
};
export type HypothesisNode = NodeBase & {
  readonly kind: "hypothesis";
  readonly mustNotMiss: boolean;
  readonly tier?: string;
};
export type InferenceNode = NodeBase & { readonly kind: "inference"; readonly move?: Move };
export type UncertaintyNode = NodeBase & {
  readonly kind: "uncertainty";
  readonly wouldChange: readonly NodeId[];
};
export type TestNode = NodeBase & {
  readonly kind: "test";
  readonly ifPositive?: string;
  readonly ifNegative?: string;
};
export type TreatmentNode = NodeBase & {
  readonly kind: "treatment";
  readonly goal?: string;
  readonly urgency?: "now" | "soon" | "later";
};
export type ContraindicationNode = NodeBase & {
  readonly kind: "contraindication";
  readonly severity?: "caution" | "serious" | "absolute";
  readonly finding?: NodeId;
};
export type QuestionNode = NodeBase & {
  readonly kind: "question";
  readonly op?: string;
  readonly target?: TargetId;
  readonly status: "open" | "answered";
};
export type AnnotationNode = NodeBase & {
  readonly kind: "annotation";
  readonly target: TargetId;
  readonly errorCode?: string;
  readonly verdict?: "accept" | "reject" | "unsure";
  readonly author?: string;
};

export type ArgumentNode =
  | FindingNode
  | CalculationNode
  | KnowledgeNode
  | HypothesisNode
  | InferenceNode
  | UncertaintyNode
  | TestNode
  | TreatmentNode
  | ContraindicationNode
  | QuestionNode
  | AnnotationNode;

export type NodeKind = ArgumentNode["kind"];
export type NodeFamily = "evidence" | "thinking" | "plan" | "talk";

export const FAMILY_BY_KIND = {
  finding: "evidence",
  calculation: "evidence",
  knowledge: "evidence",
  hypothesis: "thinking",
  inference: "thinking",
  uncertainty: "thinking",
  test: "plan",
  treatment: "plan",
  contraindication: "plan",
  question: "talk",
  annotation: "talk",
} as const satisfies Record<NodeKind, NodeFamily>;

type EdgeBase = {
  readonly id: EdgeId;
  readonly from: NodeId;
  /** Argumentation scheme that licenses the step (clinical foundation 2.1 and 2.3), for its critical questions. */
  readonly scheme?: string;
  readonly rationale?: string;
};
export type SupportsEdge = EdgeBase & {
  readonly kind: "supports";
  readonly to: NodeId;
  /** In [0, 1]. */
  readonly weight: number;
};
export type AttacksEdge = EdgeBase & {
  readonly kind: "attacks";
  /** Rebut and undermine point at a node; undercut points at an edge and multiplies its weight by 1 - s. */
  readonly attack: "rebut" | "undermine" | "undercut";
  readonly to: TargetId;
  readonly weight: number;
};
export type DerivesEdge = EdgeBase & { readonly kind: "derives"; readonly to: NodeId };
export type AsksEdge = EdgeBase & { readonly kind: "asks"; readonly to: TargetId };
export type AboutEdge = EdgeBase & { readonly kind: "about"; readonly to: TargetId };

export type ArgumentEdge = SupportsEdge | AttacksEdge | DerivesEdge | AsksEdge | AboutEdge;

/** Insertion order is the stable order for layout, reading and diff. */
export type ArgumentGraph = {
  readonly nodes: ReadonlyMap<NodeId, ArgumentNode>;
  readonly edges: ReadonlyMap<EdgeId, ArgumentEdge>;
};
