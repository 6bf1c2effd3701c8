import { expect, test } from "vitest";
import type { OpenCase } from "../../contracts/vault.ts";
import type { AnnotationState } from "../../domain/record/case-state.ts";
import { ok } from "../../shared/result.ts";
import { createCaseSession } from "../../workbench/case-session/case-session.ts";
import { createDesk } from "../../workbench/desk/desk.ts";
import {
  beginMark,
  changeMark,
  draftToMark,
  editMarkDraft,
  forgetMark,
  isMarkChanged,
  isMarkWorthKeeping,
  markDraftsOf,
  putMarkAway,
} from "./mark-drafts.ts";

const STEP = { on: { type: "node", id: "f" } } as const;
const OTHER = { on: { type: "node", id: "g" } } as const;

function open() {
  const opened: OpenCase = {
    id: "c1",
    events: [],
    repair: undefined,
    readRole: () => "writer",
    append: async () => ok(undefined),
    takeOver: async () => ok(undefined),
    subscribe: () => () => undefined,
    close: async () => undefined,
  };
  const author = { kind: "clinician", profile: "p1" } as const;
  const session = createCaseSession({ opened, author, newId: () => "e1", now: () => 1 });
  const desk = createDesk({ session, newId: () => "e1", nextFrame: (work) => work() });
  const read = () => markDraftsOf(desk).getState();
  const shown = () => read().drafts.get(read().shown ?? "");
  return { desk, read, shown };
}

test("what was typed outlives being put away, and an untouched draft does not", () => {
  const { desk, read, shown } = open();
  beginMark(desk, STEP);
  beginMark(desk, OTHER);
  expect([...read().drafts.keys()]).toEqual(["node:g"]);
  editMarkDraft(desk, "node:g", { comment: "Which side?" });
  putMarkAway(desk);
  expect([read().shown, read().drafts.size]).toEqual([undefined, 1]);
  beginMark(desk, STEP);
  beginMark(desk, OTHER);
  expect(shown()?.fields.comment).toBe("Which side?");
  forgetMark(desk, "node:g");
  expect([read().shown, read().drafts.size]).toEqual([undefined, 0]);
});

test("a draft says only what was given, and a severity alone says nothing", () => {
  const { desk, shown } = open();
  beginMark(desk, { ...STEP, quote: { text: "9.5", start: 3 } });
  editMarkDraft(desk, "node:f", { severity: "2" });
  const bare = shown();
  expect(bare && [isMarkChanged(bare), isMarkWorthKeeping(bare)]).toEqual([true, false]);
  editMarkDraft(desk, "node:f", { errorCode: "E3", suggestion: " 5.9 " });
  const full = shown();
  expect(full && [isMarkWorthKeeping(full), draftToMark(full)]).toEqual([
    true,
    {
      target: { type: "node", id: "f", quote: "9.5", start: 3 },
      comment: "",
      errorCode: "E3",
      severity: "2",
      suggestion: "5.9",
    },
  ]);
});

test("a mark goes into the form and out of it unchanged, whatever codebook it comes from", () => {
  const { desk, shown } = open();
  const target = { type: "edge", id: "f+g", quote: "so", start: 1 } as const;
  const said = { target, comment: "No", errorCode: "Z9", severity: "grave", verdict: "reject" } as const;
  const mark: AnnotationState = {
    annotation: { ...said, id: "n1", branch: "main" },
    author: "p1",
    time: 1,
    anchor: { type: "anchored", target: "f+g", start: 1, end: 3 },
  };
  changeMark(desk, mark);
  const draft = shown();
  expect(draft && [isMarkChanged(draft), draft.id, draftToMark(draft)]).toEqual([false, "n1", said]);
});
