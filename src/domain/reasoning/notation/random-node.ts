/** Random nodes of every kind, for the random documents. */
import type { ArgumentNode, Attribution, NodeId, NodeKind, Origin } from "../../argument/graph.ts";
import { nodeFormOf } from "./forms.ts";
import { given } from "./given.ts";
import type { Draw } from "./random-draw.ts";

const ORIGINS: readonly [Origin, ...Origin[]] = ["notation", "free-text", "scripted", "human"];
const ATTRIBUTIONS: readonly [Attribution, ...Attribution[]] = [
  "case",
  "calculated",
  "source",
  "model",
  "human",
];

/** One node of a kind, with fields drawn at random. */
export function randomNode(
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
      return randomFinding(base, draw, tidy);
    case "calculation":
      return randomCalculation(base, draw, tidy);
    default:
      return randomPlainNode(kind, base, target, draw);
  }
}

function randomFinding(base: Base, draw: Draw, tidy: boolean): ArgumentNode {
  return {
    ...base,
    kind: "finding",
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
}

function randomCalculation(base: Base, draw: Draw, tidy: boolean): ArgumentNode {
  return {
    ...base,
    kind: "calculation",
    inputs: Array.from({ length: draw.int(3) }, () => ({
      name: tidy ? "heart rate" : draw.text(),
      value: tidy ? "118" : draw.text(),
      ...given("citation", draw.maybe(draw.citation)),
    })),
    ...given("calculatorId", draw.maybe(draw.text)),
    ...given("claimed", draw.maybe(draw.text)),
    ...given("recomputed", draw.maybe(draw.text)),
  };
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
    default:
      return randomTalk(kind, base, target, draw);
  }
}

function randomTalk(kind: "question" | "annotation", base: Base, target: NodeId, draw: Draw): ArgumentNode {
  const text = () => draw.maybe(draw.text);
  if (kind === "question") {
    return {
      ...base,
      kind,
      status: draw.pick(["open", "answered"]),
      ...given("op", text()),
      ...given(
        "target",
        draw.maybe(() => target),
      ),
    };
  }
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
