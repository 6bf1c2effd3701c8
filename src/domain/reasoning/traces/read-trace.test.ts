/** The free-text reader as a whole: what small traces become, and what no text may do to it. */
import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { expect, test } from "vitest";
import type { ArgumentGraph, ArgumentNode } from "../../argument/graph.ts";
import { readTrace } from "./read-trace.ts";
import type { TraceReading } from "./read-trace.ts";

const CASE_TEXT = [
  "- **Patient Information:** 54-year-old woman.",
  "- **History:** Sudden pleuritic chest pain and swelling of the left calf. No fever, cough or haemoptysis.",
  "- **Examination:** Oxygen saturation 89 %. Lungs clear.",
  "- **Tests:** CT angiography shows a filling defect in the right main artery.",
].join("\n");

const TRACE = [
  "<think>",
  "The sudden pleuritic chest pain and the calf swelling suggest pulmonary embolism (PE). Pneumonia is possible.",
  "",
  "However, the absence of fever and cough argues against infections such as pneumonia.",
  "</think>",
  "### Reasoning:",
  "<step 1> The filling defect in the right main artery confirms PE.",
  "<step 2> Anticoagulation with heparin should be started.",
  "### Answer:",
  "Pulmonary embolism.",
].join("\n");

function nodesOf(reading: TraceReading, kind: ArgumentNode["kind"]): readonly ArgumentNode[] {
  return [...reading.graph.nodes.values()].filter((node) => node.kind === kind);
}

function idOf(reading: TraceReading, kind: ArgumentNode["kind"], words: RegExp): string {
  return nodesOf(reading, kind).find((node) => words.test(node.text))?.id ?? "none";
}

function join(text: string, reading: TraceReading): string {
  return reading.pieces.map((piece) => text.slice(piece.start, piece.end)).join("");
}

test("findings are quoted from the case with their polarity", () => {
  const reading = readTrace({ text: TRACE, caseText: CASE_TEXT });
  const findings = nodesOf(reading, "finding");
  expect(findings.map((node) => node.text)).toEqual(
    expect.arrayContaining(["Sudden pleuritic chest pain", "swelling of the left calf", "cough"]),
  );
  for (const node of findings) {
    const [start = 0, end = 0] = node.citations[0]?.span ?? [];
    expect(CASE_TEXT.slice(start, end)).toBe(node.text);
  }
  expect(findings.find((node) => node.text === "No fever")).toMatchObject({ polarity: "absent" });
});

test("an abbreviation defined in the trace names the same hypothesis, and the answer states it", () => {
  const reading = readTrace({ text: TRACE, caseText: CASE_TEXT });
  expect(nodesOf(reading, "hypothesis").map((node) => node.text)).toEqual([
    "Pulmonary embolism",
    "Pneumonia",
  ]);
  expect(reading.stated).toEqual([idOf(reading, "hypothesis", /embolism/)]);
  expect(reading.reasonedAbout).toEqual(reading.stated);
});

test("cues become support and attack with weights by their firmness", () => {
  const { graph, ...rest } = readTrace({ text: TRACE, caseText: CASE_TEXT });
  const reading = { graph, ...rest };
  const embolism = idOf(reading, "hypothesis", /embolism/);
  const defect = idOf(reading, "finding", /filling defect/);
  const pain = idOf(reading, "finding", /pleuritic/);
  const noFever = idOf(reading, "finding", /No fever/);
  expect(graph.edges.get(`${defect}+${embolism}`)).toMatchObject({ kind: "supports", weight: 0.9 });
  expect(graph.edges.get(`${pain}+${embolism}`)).toMatchObject({ kind: "supports", weight: 0.5 });
  expect(graph.edges.get(`${noFever}-${idOf(reading, "hypothesis", /pneumonia/i)}`)).toMatchObject({
    kind: "attacks",
    attack: "rebut",
    weight: 0.5,
  });
});

test("a planning sentence names a treatment", () => {
  const reading = readTrace({ text: TRACE, caseText: CASE_TEXT });
  expect(nodesOf(reading, "treatment").map((node) => node.text)).toEqual(["Anticoagulation", "heparin"]);
});

test("every node is marked as read from free text", () => {
  const reading = readTrace({ text: TRACE, caseText: CASE_TEXT });
  expect(new Set([...reading.graph.nodes.values()].map((node) => node.origin))).toEqual(
    new Set(["free-text"]),
  );
});

test.each([
  ["it cannot be excluded", "Chest pain: pulmonary embolism cannot be excluded.", "supports"],
  ["it does not suggest", "The calf swelling does not suggest pulmonary embolism.", "attacks"],
  ["less likely", "The calf swelling makes pneumonia less likely.", "attacks"],
  ["rule out as a wish", "The calf swelling means we must rule out pulmonary embolism.", "supports"],
  ["ruled out", "Pulmonary embolism was ruled out by the clear lungs.", "attacks"],
])("%s", (_name, text, kind) => {
  const reading = readTrace({ text, caseText: CASE_TEXT });
  const hypothesis = nodesOf(reading, "hypothesis")[0]?.id;
  const kinds = [...reading.graph.edges.values()]
    .filter((edge) => edge.to === hypothesis)
    .map((edge) => edge.kind);
  expect(new Set(kinds)).toEqual(new Set([kind]));
});

test("a list head is what its item is about", () => {
  const text =
    "Differential:\n- **Pneumonia:** No fever and no cough, so this is unlikely.\n- **Lung cancer**";
  const reading = readTrace({ text, caseText: CASE_TEXT });
  const pneumonia = idOf(reading, "hypothesis", /pneumonia/i);
  const edges = [...reading.graph.edges.values()].filter((edge) => edge.to === pneumonia);
  expect(edges.length).toBeGreaterThan(0);
  expect(new Set(edges.map((edge) => edge.kind))).toEqual(new Set(["attacks"]));
});

test("states, classes and facts of the case are no hypotheses", () => {
  const text = "The clear lungs and 89 % suggest hypoxia, an inflammatory disorder and calf swelling.";
  expect(nodesOf(readTrace({ text, caseText: CASE_TEXT }), "hypothesis")).toEqual([]);
});

test("the differential of the case names hypotheses that the trace only hints at", () => {
  const input = { text: "The sudden pleuritic chest pain suggests Dressler.", caseText: CASE_TEXT };
  expect(nodesOf(readTrace(input), "hypothesis")).toEqual([]);
  const reading = readTrace({ ...input, differential: ["Dressler"] });
  expect(nodesOf(reading, "hypothesis").map((node) => node.text)).toEqual(["Dressler"]);
});

/** Everything 2.6 asks of edges, said once more without the argument folder's own checker. */
function findIllegal(graph: ArgumentGraph): readonly string[] {
  return [...graph.edges.values()]
    .filter((edge) => {
      const from = graph.nodes.get(edge.from)?.kind;
      const to = graph.nodes.get(edge.to)?.kind;
      if (from === undefined || to === undefined) return true;
      if (edge.kind === "derives") return to !== "inference" || !["finding", "inference"].includes(from);
      if (edge.kind === "supports")
        return to === "finding" || !["finding", "inference", "hypothesis"].includes(from);
      if (edge.kind !== "attacks") return true;
      if (to === "finding") return edge.attack !== "undermine";
      return edge.attack !== "rebut" || (from === "hypothesis" && to === "hypothesis");
    })
    .map((edge) => edge.id);
}

function hasCycle(graph: ArgumentGraph): boolean {
  const incoming = new Map([...graph.nodes.keys()].map((id) => [id, 0]));
  const edges = [...graph.edges.values()].filter(
    (edge) => edge.kind === "supports" || edge.kind === "derives",
  );
  for (const edge of edges) incoming.set(edge.to, (incoming.get(edge.to) ?? 0) + 1);
  const open = [...incoming].filter(([, count]) => count === 0).map(([id]) => id);
  let seen = 0;
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    seen += 1;
    for (const edge of edges.filter((each) => each.from === id)) {
      const left = (incoming.get(edge.to) ?? 0) - 1;
      incoming.set(edge.to, left);
      if (left === 0) open.push(edge.to);
    }
  }
  return seen < graph.nodes.size;
}

const PHRASES = [
  "the calf swelling", "fever", "suggests", "pulmonary embolism", "pneumonia", "argues against", "however,", "confirms",
  "no", "not", "but", "Therefore", "(PE)", "such as", "is less likely", "\n- ", "\n\n", "**", "<step 2>", "</think>",
  "### Answer:\n", "false positive", "recommend", "CT angiography", "heparin", "contraindicated", "89 %", ". ", "? ", ": ",
  "\u0000", "\u202e", "名", "it", "these findings", "lung cancer", "filling defect", "clear", "<think>", "```",
]; // prettier-ignore

const runs = process.env["CURBSIDE_LONG"] === "1" ? 3000 : 150;

const textOfPhrases = array(oneof(constantFrom(...PHRASES), string({ unit: "binary" })), {
  maxLength: 60,
});

test("any text: nothing lost, only legal moves, no cycle, the same twice", () => {
  assert(
    property(textOfPhrases, textOfPhrases, (trace, story) => {
      const input = { text: trace.join(" "), caseText: `${CASE_TEXT}\n${story.join(" ")}` };
      const reading = readTrace(input);
      expect(join(input.text, reading)).toBe(input.text);
      expect(findIllegal(reading.graph)).toEqual([]);
      expect(hasCycle(reading.graph)).toBe(false);
      for (const id of reading.stated) expect(reading.graph.nodes.has(id)).toBe(true);
      for (const step of reading.steps) {
        for (const id of step.nodes) expect(reading.graph.nodes.has(id)).toBe(true);
      }
      expect(readTrace(input)).toEqual(reading);
    }),
    { seed: 20_260_301, numRuns: runs },
  );
}, 600_000);

test.each([
  ["nothing", ""],
  ["white space", " \n\t\r\n"],
  ["control characters", "\u0000\u0007\u001b[31m\u007f"],
  ["no hypothesis at all", "I am thinking about the request."],
])("%s gives steps and an empty argument", (_name, text) => {
  const reading = readTrace({ text, caseText: "" });
  expect(join(text, reading)).toBe(text);
  expect(nodesOf(reading, "hypothesis")).toEqual([]);
});

test.each([
  ["words without a full stop", "suggests pneumonia or pulmonary embolism (PE) "],
  ["brackets", "("],
  ["one long word", "x"],
  ["step tags", "<step 1> "],
  ["bold marks", "**"],
  ["line breaks", "\n"],
  ["answers", "### Answer:\nPneumonia\n"],
  ["open tags", "<"],
  ["numbers", "1. 2) 3 "],
  ["hyphens", "-induced "],
])(
  "a megabyte of %s is read",
  (_name, unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const reading = readTrace({ text, caseText: CASE_TEXT });
    expect(join(text, reading)).toBe(text);
  },
  60_000,
);

test("a megabyte of case text is read", () => {
  const caseText = "Fever, cough and chest pain without swelling ".repeat(22_000);
  const reading = readTrace({ text: TRACE, caseText });
  expect(nodesOf(reading, "finding").length).toBeGreaterThan(0);
});
