import { describe, expect, test } from "vitest";
import type { ArgumentNode } from "../../domain/argument/graph.ts";
import { EVENT_VERSION, MAIN_BRANCH, type RecordEvent } from "../../domain/record/events.ts";
import { appendEvent, createCaseView, foldRecord } from "../../domain/record/fold.ts";
import type { EventPayload } from "../../domain/record/read-payload.ts";
import { SAMPLE_SETTINGS } from "../../domain/record/sample-record.ts";
import { createDialogueReader, type DialogueRows } from "./dialogue-rows.ts";

function recordOf(payloads: readonly EventPayload[]): readonly RecordEvent[] {
  return payloads.map((payload, place): RecordEvent => ({
    version: EVENT_VERSION,
    id: `e${place}`,
    order: place + 1,
    time: place,
    author: { kind: "program", profile: "test" },
    caseId: "c",
    ...payload,
  }));
}

function node(kind: "finding" | "hypothesis" | "test", id: string): ArgumentNode {
  const base = { id, text: id, citations: [], attribution: "case", origin: "scripted" } as const;
  if (kind === "finding") return { ...base, kind, polarity: "present", critical: false };
  return kind === "hypothesis" ? { ...base, kind, mustNotMiss: false } : { ...base, kind };
}

const stated = (run: string, made: ArgumentNode): EventPayload => ({
  type: "statement-close",
  run,
  line: made.id,
  statement: { type: "node", node: made },
  marks: [],
});
const start = (run: string, branch = MAIN_BRANCH): EventPayload => ({
  type: "run-start",
  run,
  branch,
  settings: SAMPLE_SETTINGS,
});

const STORY: readonly EventPayload[] = [
  { type: "case-create", title: "A case" },
  { type: "text-revise", text: "Pain.", sentences: [{ id: "s1", start: 0, end: 5 }] },
  start("r1"),
  { type: "thinking-append", run: "r1", text: "hm" },
  stated("r1", node("finding", "f1")),
  stated("r1", node("finding", "f2")),
  stated("r1", node("hypothesis", "h1")),
  { type: "statement-close", run: "r1", line: "garbled", statement: { type: "unread" }, marks: [] },
  { type: "run-end", run: "r1", reason: "finished" },
  {
    type: "question-ask",
    branch: MAIN_BRANCH,
    question: "q1",
    op: "Q1",
    target: { type: "case", id: "", quote: "", start: 0 },
    text: "Why?",
  },
  { type: "node-retract", branch: MAIN_BRANCH, node: "f2" },
];

const types = ({ rows, count }: DialogueRows) => rows.slice(0, count).map(({ type }) => type);

describe("the rows of a dialogue", () => {
  test("an answer to a question is no run of its own, and what it adds has a heading", () => {
    const answering = { ...start("r2"), task: "question", question: "q1" } as const;
    const ended: EventPayload = { type: "run-end", run: "r2", reason: "finished" };
    const read = (...more: readonly EventPayload[]) =>
      types(
        createDialogueReader()({
          view: foldRecord(recordOf([...STORY, answering, ...more])),
          branch: MAIN_BRANCH,
        }),
      );
    const before = types(createDialogueReader()({ view: foldRecord(recordOf(STORY)), branch: MAIN_BRANCH }));
    expect(read(ended)).toEqual(before);
    expect(read(stated("r2", node("finding", "f9")), ended)).toEqual([...before, "run", "statement"]);
  });

  test("stand in record order, under a heading wherever the stage changes", () => {
    const rows = createDialogueReader()({ view: foldRecord(recordOf(STORY)), branch: MAIN_BRANCH });
    expect(types(rows)).toEqual([
      "run",
      "stage",
      "statement",
      "statement",
      "stage",
      "statement",
      "statement",
      "run-end",
      "question",
      "change",
    ]);
    expect(rows.unread).toEqual([6]);
    expect(rows.placeOf.get("h1")).toBe(5);
  });

  test("evidence that is stated on the way stays under the heading that it was stated under", () => {
    const made = [
      node("finding", "f1"),
      node("hypothesis", "h1"),
      node("finding", "f2"),
      node("hypothesis", "h2"),
    ];
    const record = recordOf([start("r1"), ...made.map((each) => stated("r1", each))]);
    const rows = createDialogueReader()({ view: foldRecord(record), branch: MAIN_BRANCH });
    expect(types(rows).filter((type) => type === "stage")).toHaveLength(2);
  });

  test("read event by event they are those read at once, and no row is read twice", () => {
    const read = createDialogueReader();
    let view = createCaseView();
    let last = read({ view, branch: MAIN_BRANCH });
    for (const event of recordOf(STORY)) {
      view = appendEvent(view, event);
      const next = read({ view, branch: MAIN_BRANCH });
      expect(next.rows).toBe(last.rows);
      last = next;
    }
    const whole = createDialogueReader()({ view, branch: MAIN_BRANCH });
    expect(last.rows).toEqual(whole.rows);
  });

  test("are the very same value until there is another row", () => {
    const read = createDialogueReader();
    const record = recordOf([...STORY, { type: "thinking-append", run: "r1", text: "so" }]);
    const view = foldRecord(record.slice(0, -1));
    const before = read({ view, branch: MAIN_BRANCH });
    const thought = record.slice(-1).reduce(appendEvent, view);
    expect(read({ view: thought, branch: MAIN_BRANCH })).toBe(before);
  });

  test("leave out a change that was undone, and bring it back", () => {
    const record = recordOf([...STORY, { type: "change-undo", change: "e10" }]);
    const read = createDialogueReader();
    const undone = foldRecord(record);
    expect(types(read({ view: undone, branch: MAIN_BRANCH }))).not.toContain("change");
    const redo = recordOf([
      ...STORY,
      { type: "change-undo", change: "e10" },
      { type: "change-redo", change: "e10" },
    ]);
    expect(types(read({ view: foldRecord(redo), branch: MAIN_BRANCH }))).toContain("change");
  });

  test("of a branch begin with what its parent had when it began, and hold nothing of later", () => {
    const record = recordOf([
      ...STORY,
      { type: "branch-start", branch: "b", parent: MAIN_BRANCH, leavesOut: "nothing" },
      start("r2"),
      stated("r2", node("test", "t1")),
      start("r3", "b"),
      stated("r3", node("test", "t2")),
    ]);
    const view = foldRecord(record);
    const main = createDialogueReader()({ view, branch: MAIN_BRANCH });
    const branch = createDialogueReader()({ view, branch: "b" });
    expect([main.placeOf.has("t1"), main.placeOf.has("t2")]).toEqual([true, false]);
    expect([branch.placeOf.has("t1"), branch.placeOf.has("t2")]).toEqual([false, true]);
    expect(branch.placeOf.has("h1")).toBe(true);
  });
});
