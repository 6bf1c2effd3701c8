/** Ids and edges of a model's grammar: ids that carry their kind, so that illegal moves need not be offered at all. */
import type { NodeKind } from "../../argument/graph.ts";
import { EDGE_FORMS, EDGE_TAIL, type EdgeForm, type NodeForm, NODE_FORMS } from "./forms.ts";
import {
  choice,
  type Expression,
  literal,
  named,
  oneOf,
  optional,
  range,
  repeat,
  sequence,
} from "./expressions.ts";

/** An edge kind, with attacks told apart, as the argument's legal moves name it. */
type MoveName = Exclude<EdgeForm["kind"], "attacks"> | NonNullable<EdgeForm["attack"]>;
/** Whether a move may lead from one kind of node to another, or to an edge. */
export type MovePredicate = (move: MoveName, from: NodeKind, to: NodeKind | "edge") => boolean;

const MODEL_FORMS = NODE_FORMS.filter((form) => form.humanOnly !== true);
const anyMove: MovePredicate = () => true;
const idRule = (kind: NodeKind) => `${kind}-id`;

/** The id rules: `f` and a number for a finding, and so on; a file names things as it likes. */
export function nodeIds(voice: "model" | "file", forms: readonly NodeForm[]): [string, Expression][] {
  if (voice === "file") return [];
  const count = sequence(oneOf([range(0x31, 0x39)]), repeat(oneOf([range(0x30, 0x39)]), 0, 2));
  return [
    ...forms.map(({ kind, letter }): [string, Expression] => [
      idRule(kind),
      sequence(literal(letter), named("count")),
    ]),
    ["any-id", choice(...forms.map(({ kind }) => named(idRule(kind))))],
    ["count", count],
  ];
}

/** The edges that a model may state, one alternative for each verb and set of targets. */
export function modelEdges(isLegalMove: MovePredicate = anyMove): [string, Expression][] {
  const alternatives = EDGE_FORMS.filter((form) => form.humanOnly !== true).flatMap((form) => {
    const strength = form.weighted ? [literal(" "), named("strength")] : [];
    return groupedTargets(form, isLegalMove).map(({ from, to }) =>
      sequence(choiceOf(from), literal(` ${form.verb} `), choiceOf(to), ...strength),
    );
  });
  const reason = optional(sequence(literal(": "), named("text")));
  const tail = EDGE_TAIL.map(({ key }) => optional(sequence(literal(` | ${key}: `), named("text"))));
  return [
    ["edge", sequence(choice(...alternatives), reason, ...tail)],
    // One `>` for an edge between nodes, two for the edge of an undercut, which can be undercut or asked about too.
    ["edge-id", sequence(named("any-id"), repeat(sequence(literal(">"), named("any-id")), 1, 2))],
  ];
}

function moveOf({ kind, attack }: EdgeForm): MoveName {
  return kind === "attacks" ? (attack ?? "rebut") : kind;
}

type Targets = { readonly from: readonly string[]; readonly to: readonly string[] };

/** Kinds that a verb leads to the same targets from share one alternative. */
function groupedTargets(form: EdgeForm, isLegalMove: MovePredicate): readonly Targets[] {
  const move = moveOf(form);
  const sources = new Map<string, { readonly from: string[]; readonly to: readonly string[] }>();
  for (const { kind: from } of MODEL_FORMS) {
    const nodes =
      form.target === "edge" ? [] : MODEL_FORMS.filter(({ kind }) => isLegalMove(move, from, kind));
    const edges = form.target !== "node" && isLegalMove(move, from, "edge") ? ["edge-id"] : [];
    const to = [...nodes.map(({ kind }) => idRule(kind)), ...edges];
    if (to.length === 0) continue;
    const group = sources.get(to.join(" ")) ?? { from: [], to };
    group.from.push(idRule(from));
    sources.set(to.join(" "), group);
  }
  return [...sources.values()];
}

function choiceOf(rules: readonly string[]): Expression {
  const all = MODEL_FORMS.every(({ kind }) => rules.includes(idRule(kind)));
  const shortened = all ? ["any-id", ...rules.filter((rule) => rule === "edge-id")] : rules;
  return choice(...shortened.map(named));
}
