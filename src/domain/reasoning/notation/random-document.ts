/**
 * Random legal documents for properties and benchmarks: every kind, every field, awkward strings included.
 * Legal as in clinical foundation 2.6. `tidy` keeps to what a model under its grammar can write.
 */
import {
  type ArgumentEdge,
  type ArgumentNode,
  type Attribution,
  type Citation,
  type EdgeId,
  FAMILY_BY_KIND,
  type NodeId,
  type NodeKind,
  type Origin,
} from "../../argument/graph.ts";
import type { Chance } from "../../../shared/chance.ts";
import { defaultEdgeId, NODE_FORMS, nodeFormOf } from "./forms.ts";
import { given } from "./given.ts";
import type { ArgumentDocument } from "./writer.ts";

export type RandomOptions = { readonly tidy: boolean; readonly mostNodes: number };

type Draw = {
  readonly int: (below: number) => number;
  readonly pick: <const Value>(values: readonly [Value, ...Value[]]) => Value;
  readonly maybe: <Value>(value: () => Value) => Value | undefined;
  readonly text: () => string;
  readonly strength: () => number;
  readonly citation: () => Citation;
};

const PHRASES = [
  "Sudden onset of breathlessness",
  "Pulse 118/min at rest",
  "D-dimer 1.9 µg/mL: hard to read in pregnancy",
  "Ödem am linken Bein",
  "ضيق في التنفس",
  "Temperature 37.2 °C, no fever 🙂",
] as const;
const AWKWARD = [
  "",
  " ",
  "a|b",
  "line\nbreak",
  "\\n",
  '"quoted"',
  "[s1]",
  "x = y",
  "\u0000\u007f",
  "\ud800",
  "\ttab ",
  ": ",
  "\ufeff",
  "\r\n",
  "é\u2028",
] as const;

function createDraw(chance: Chance, { tidy }: RandomOptions): Draw {
  const int = (below: number) => Math.floor(chance.next() * below);
  const pick = <const Value>(values: readonly [Value, ...Value[]]) => values[int(values.length)] ?? values[0];
  const phrase = () => Array.from({ length: 1 + int(3) }, () => pick(PHRASES)).join(", ");
  const awkward = () => `${pick(AWKWARD)}${pick([...PHRASES, ""])}${pick(AWKWARD)}`;
  return {
    int,
    pick,
    maybe: (value) => (chance.next() < 0.4 ? value() : undefined),
    text: () => (tidy ? phrase() : pick([phrase, awkward])()),
    strength: () => (tidy ? int(101) / 100 : chance.next()),
    citation: () =>
      tidy || chance.next() < 0.5
        ? { sentence: `s${1 + int(9)}` }
        : { sentence: pick(["s1", "s2", "note 2, s3"]), span: [int(50), 50 + int(50)] },
  };
}

/** One legal document; the same chance, the same document. */
export function createRandomDocument(chance: Chance, options: RandomOptions): ArgumentDocument {
  const draw = createDraw(chance, options);
  const nodes = new Map<NodeId, ArgumentNode>();
  const kinds = NODE_FORMS.filter((form) => !options.tidy || form.humanOnly !== true).map(({ kind }) => kind);
  for (let count = draw.int(options.mostNodes + 1); count > 0; count -= 1) {
    const kind = kinds[draw.int(kinds.length)] ?? "finding";
    const id = options.tidy
      ? `${nodeFormOf(kind).letter}${nodes.size + 1}`
      : `${draw.pick(["", "n", "finding", "a b", '"|', "conclusion", "é"])}${nodes.size}`;
    nodes.set(id, randomNode(kind, id, [...nodes.keys()], draw, options.tidy));
  }
  const edges = new Map<EdgeId, ArgumentEdge>();
  for (let count = draw.int(nodes.size * 2 + 1); count > 0; count -= 1) {
    const edge = randomEdge([...nodes.values()], [...edges.values()], draw, options.tidy);
    if (edge !== undefined && !nodes.has(edge.id) && !edges.has(edge.id)) edges.set(edge.id, edge);
  }
  const leader = [...nodes.values()].find(({ kind }) => kind === "hypothesis")?.id;
  const graph = { nodes, edges };
  return leader === undefined ? { graph } : { graph, conclusion: { leader, text: draw.text() } };
}

const ORIGINS: readonly [Origin, ...Origin[]] = ["notation", "free-text", "scripted", "human"];
const ATTRIBUTIONS: readonly [Attribution, ...Attribution[]] = [
  "case",
  "calculated",
  "source",
  "model",
  "human",
];

function randomNode(
  kind: NodeKind,
  id: NodeId,
  known: readonly NodeId[],
  draw: Draw,
  tidy: boolean,
): ArgumentNode {
  const form = nodeFormOf(kind);
  const cites = form.mustCite === true ? 1 + draw.int(2) : draw.int(3);
  const base = {
    id,
    text: draw.text(),
    citations: Array.from({ length: cites }, draw.citation),
    attribution: tidy ? form.attribution : draw.pick(ATTRIBUTIONS),
    origin: tidy ? "notation" : draw.pick(ORIGINS),
    ...given(
      "stage",
      draw.maybe(() => draw.pick([1, 2, 3] as const)),
    ),
    ...given("baseScore", draw.maybe(draw.strength)),
    ...given("cluster", draw.maybe(draw.text)),
  } as const;
  const target = known[draw.int(known.length)] ?? id;
  switch (kind) {
    case "finding":
      return {
        ...base,
        kind,
        polarity: draw.pick(["present", "absent", "normal", "unknown"]),
        critical: draw.int(2) === 0,
        ...given("category", draw.maybe(draw.text)),
        ...given("time", draw.maybe(draw.text)),
        ...given(
          "value",
          draw.maybe(() => (tidy ? draw.int(300) : draw.pick([-0, 0.1, 1e-7, 1e21, -3.5]))),
        ),
        ...given(
          "unit",
          draw.maybe(() => (tidy ? "mmHg" : draw.pick(["", "/min", "µg/mL FEU", "a | b"]))),
        ),
        ...given(
          "revealedAt",
          draw.maybe(() => draw.int(4)),
        ),
      };
    case "calculation":
      return {
        ...base,
        kind,
        inputs: Array.from({ length: draw.int(3) }, () => ({
          name: tidy ? "heart rate" : draw.text(),
          value: tidy ? "118" : draw.text(),
          ...given("citation", draw.maybe(draw.citation)),
        })),
        ...given("calculatorId", draw.maybe(draw.text)),
        ...given("claimed", draw.maybe(draw.text)),
        ...given("recomputed", draw.maybe(draw.text)),
      };
    default:
      return randomPlainNode(kind, base, target, draw);
  }
}

type PlainKind = Exclude<NodeKind, "finding" | "calculation">;
type Base = Omit<Extract<ArgumentNode, { kind: "inference" }>, "kind" | "move">;

function randomPlainNode(kind: PlainKind, base: Base, target: NodeId, draw: Draw): ArgumentNode {
  const text = () => draw.maybe(draw.text);
  const node = draw.maybe(() => target);
  switch (kind) {
    case "knowledge":
      return { ...base, kind, ...given("source", text()), ...given("date", text()) };
    case "hypothesis":
      return { ...base, kind, mustNotMiss: draw.int(2) === 0, ...given("tier", text()) };
    case "inference":
      return {
        ...base,
        kind,
        ...given(
          "move",
          draw.maybe(() => draw.pick(["abduction", "deduction", "induction"])),
        ),
      };
    case "uncertainty":
      return { ...base, kind, wouldChange: node === undefined ? [] : [node, base.id] };
    case "test":
      return { ...base, kind, ...given("ifPositive", text()), ...given("ifNegative", text()) };
    case "treatment":
      return {
        ...base,
        kind,
        ...given("goal", text()),
        ...given(
          "urgency",
          draw.maybe(() => draw.pick(["now", "soon", "later"])),
        ),
      };
    case "contraindication":
      return {
        ...base,
        kind,
        ...given(
          "severity",
          draw.maybe(() => draw.pick(["caution", "serious", "absolute"])),
        ),
        ...given("finding", node),
      };
    case "question":
      return {
        ...base,
        kind,
        status: draw.pick(["open", "answered"]),
        ...given("op", text()),
        ...given("target", node),
      };
    case "annotation":
      return {
        ...base,
        kind,
        target,
        ...given("errorCode", text()),
        ...given(
          "verdict",
          draw.maybe(() => draw.pick(["accept", "reject", "unsure"])),
        ),
        ...given("author", text()),
      };
  }
}

/** A legal edge between what is there, or none where the drawn pair allows none. */
function randomEdge(
  nodes: readonly ArgumentNode[],
  edges: readonly ArgumentEdge[],
  draw: Draw,
  tidy: boolean,
): ArgumentEdge | undefined {
  const from = nodes[draw.int(nodes.length)];
  const to = nodes[draw.int(nodes.length)];
  const drawn = edges[draw.int(edges.length)];
  const edge = tidy && drawn?.kind !== "supports" ? undefined : drawn;
  if (from === undefined || to === undefined) return undefined;
  const named = (target: string) => ({
    id: tidy || draw.int(2) === 0 ? defaultEdgeId(from.id, target) : `e ${edges.length}`,
    from: from.id,
    to: target,
    ...(tidy ? {} : given("scheme", draw.maybe(draw.text))),
    ...given("rationale", draw.maybe(draw.text)),
  });
  const weight = draw.strength();
  if (from.kind === "question") return { ...named(edge?.id ?? to.id), kind: "asks" };
  if (from.kind === "annotation") return { ...named(edge?.id ?? to.id), kind: "about" };
  const family = FAMILY_BY_KIND[to.kind];
  if (to.kind === "finding") return { ...named(to.id), kind: "attacks", attack: "undermine", weight };
  if (family === "evidence" || to.kind === "inference") {
    return { ...named(to.id), kind: "derives" };
  }
  if (family === "talk" || from.id === to.id) return undefined;
  if (edge !== undefined && edge.kind === "supports" && draw.int(3) === 0) {
    return { ...named(edge.id), kind: "attacks", attack: "undercut", weight };
  }
  if (FAMILY_BY_KIND[from.kind] === "plan") {
    return from.kind === "contraindication" && to.kind === "treatment"
      ? { ...named(to.id), kind: "attacks", attack: "rebut", weight }
      : undefined;
  }
  return from.kind !== "hypothesis" && draw.int(3) === 0
    ? { ...named(to.id), kind: "attacks", attack: "rebut", weight }
    : { ...named(to.id), kind: "supports", weight };
}
