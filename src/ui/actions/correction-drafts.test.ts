import { expect, test } from "vitest";
import type { OpenCase } from "../../contracts/vault.ts";
import type { RecordEvent } from "../../domain/record/events.ts";
import { toSampleEvent } from "../../domain/record/sample-record.ts";
import { ok } from "../../shared/result.ts";
import { createCaseSession } from "../../workbench/case-session/case-session.ts";
import { createDesk } from "../../workbench/desk/desk.ts";
import { correctionDraftsOf, editDraft, forgetDraft, keepDrafts, unkeptDrafts } from "./correction-drafts.ts";

const VALUES = {
  kind: "finding",
  text: "Half a",
  polarity: "present",
  fate: undefined,
  sentence: undefined,
  move: undefined,
  to: "h1",
  weight: 0.7,
  base: undefined,
} as const;

/** A desk on the same record as the one before it: as after a lock, or for another profile. */
function open(kept: RecordEvent[], profile = "p1") {
  const opened: OpenCase = {
    id: "sample",
    events: [...kept],
    repair: undefined,
    readRole: () => "writer",
    append: async (events) => {
      kept.push(...events);
      return ok(undefined);
    },
    takeOver: async () => ok(undefined),
    subscribe: () => () => undefined,
    close: async () => undefined,
  };
  const newId = () => `e${kept.length + 1}`;
  const session = createCaseSession({ opened, author: { kind: "clinician", profile }, newId, now: () => 1 });
  const desk = createDesk({ session, newId, nextFrame: (work) => work() });
  const unkept = () =>
    unkeptDrafts(desk, correctionDraftsOf(desk).getState(), session.store.getState().view.state);
  return { desk, unkept, drafts: () => correctionDraftsOf(desk).getState() };
}

test("what was typed and not applied is there again when the case is opened anew, for who typed it", async () => {
  const record = [toSampleEvent(1, { type: "case-create", title: "Sample" })];
  const before = open(record);
  editDraft(before.desk, "one", { ...VALUES, text: "Half" });
  editDraft(before.desk, "one", VALUES);
  expect([...before.unkept().keys()]).toEqual(["one"]);
  await keepDrafts(before.desk);
  await keepDrafts(before.desk);
  expect([before.unkept().size, record.length]).toEqual([0, 2]);
  await before.desk.close();
  expect(open(record).drafts().get("one")).toEqual(VALUES);
  expect(open(record, "p2").drafts().size).toBe(0);
});

test("what was applied or discarded is let go, in the record as well", async () => {
  const record = [toSampleEvent(1, { type: "case-create", title: "Sample" })];
  const first = open(record);
  editDraft(first.desk, "one", VALUES);
  editDraft(first.desk, "two", VALUES);
  forgetDraft(first.desk, "two");
  await keepDrafts(first.desk);
  expect(record.slice(1)).toMatchObject([{ type: "draft-keep", form: "one" }]);
  const again = open(record);
  forgetDraft(again.desk, "one");
  await again.desk.session.saveAgain();
  expect(record.at(-1)).toMatchObject({ form: "one", text: "" });
  expect(open(record).drafts().size).toBe(0);
});

test.each([
  "",
  "{",
  "[]",
  JSON.stringify({ ...VALUES, weight: 2 }),
  JSON.stringify({ ...VALUES, kind: "x" }),
])("a draft of another making is none: %s", (text) => {
  const record = [toSampleEvent(1, { type: "draft-keep", form: "one", text })];
  expect(open(record, "sample").drafts().size).toBe(0);
});
