import { expect, test } from "vitest";
import { finding, hypothesis, supports } from "../../domain/argument/graph-samples.ts";
import { readSentences } from "../../domain/case-text/sentences.ts";
import type { RecordTarget } from "../../domain/record/events.ts";
import { foldRecord } from "../../domain/record/fold.ts";
import type { EventPayload } from "../../domain/record/read-payload.ts";
import { toSampleEvent } from "../../domain/record/sample-record.ts";
import { draftSuggestion } from "./apply-suggestion.ts";

const NOTE = "No cough. Potassium is 9.5 today.";

function suggest(target: Partial<RecordTarget>, suggestion: string, ...after: readonly EventPayload[]) {
  const on: RecordTarget = { type: "case", id: "", quote: "", start: 0, ...target };
  const payloads: readonly EventPayload[] = [
    { type: "text-revise", text: NOTE, sentences: readSentences(NOTE) },
    { type: "node-add", branch: "main", node: { ...finding("f"), text: "Potassium 9.5" } },
    { type: "node-add", branch: "main", node: hypothesis("a") },
    { type: "edge-add", branch: "main", edge: supports("f", "a") },
    { type: "annotation-make", annotation: { id: "n", branch: "main", target: on, comment: "", suggestion } },
    ...after,
  ];
  const view = foldRecord(payloads.map((payload, at) => toSampleEvent(at + 1, payload)));
  const mark = view.state.annotations.get("n");
  return mark && draftSuggestion({ view, branch: "main" }, mark);
}

test.each([
  [
    "all of a step",
    suggest({ type: "node", id: "f" }, "Potassium 5.9"),
    { correction: { type: "edit-node", node: { id: "f", text: "Potassium 5.9" } } },
  ],
  [
    "words of a step",
    suggest({ type: "node", id: "f", quote: "9.5", start: 10 }, "5.9"),
    { correction: { type: "edit-node", node: { text: "Potassium 5.9" } } },
  ],
  [
    "why a link holds",
    suggest({ type: "edge", id: "f+a" }, "Because it is high"),
    { correction: { type: "edit-edge", edge: { id: "f+a", rationale: "Because it is high" } } },
  ],
  [
    "a sentence of the note",
    suggest({ type: "text", id: "s2", quote: "9.5", start: 13 }, "5.9"),
    { type: "revise-text", text: "No cough. Potassium is 5.9 today." },
  ],
  [
    "a step that says so already",
    suggest({ type: "node", id: "f", quote: "9.5", start: 10 }, "5.9", {
      type: "node-edit",
      branch: "main",
      node: { ...finding("f"), text: "High potassium 5.9" },
    }),
    { type: "applied" },
  ],
])("a suggestion for %s", (_name, suggested, expected) => {
  expect(suggested).toMatchObject(expected);
});

test("the case as a whole cannot be re-worded, nor what is gone", () => {
  expect(suggest({}, "Better")).toBeUndefined();
  const gone = { type: "node-retract", branch: "main", node: "f" } as const;
  expect(suggest({ type: "node", id: "f" }, "Better", gone)).toBeUndefined();
});
