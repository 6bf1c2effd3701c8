import { expect, test } from "vitest";
import type { OpenCase } from "../../contracts/vault.ts";
import { finding, hypothesis, supports } from "../../domain/argument/graph-samples.ts";
import { MAIN_BRANCH } from "../../domain/record/events.ts";
import { viewToRecord } from "../../domain/record/fold.ts";
import { SAMPLE_SETTINGS } from "../../domain/record/sample-record.ts";
import { ok } from "../../shared/result.ts";
import { createCaseSession } from "../case-session/case-session.ts";
import { createDesk } from "./desk.ts";
import { litBy } from "./selection.ts";

const branch = MAIN_BRANCH;
const CITED = { ...finding("f"), text: "Tearing pain", citations: [{ sentence: "s1" }] };

/** A desk on an empty case whose frames pass when the test says so. */
async function open() {
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
  let made = 0;
  const newId = () => {
    made += 1;
    return `e${made}`;
  };
  const frames: (() => void)[] = [];
  const calms: number[] = [];
  const nextFrame = (work: () => void, calmMs = 0): void => {
    frames.push(work);
    calms.push(calmMs);
  };
  const author = { kind: "clinician", profile: "p1" } as const;
  const session = createCaseSession({ opened, author, newId, now: () => made });
  const desk = createDesk({ session, newId, nextFrame });
  const draw = () => frames.splice(0).forEach((work) => work());
  await session.write([{ type: "case-create", title: "Sample" }]);
  await desk.reviseText("Tearing pain. No fever.");
  await session.write(
    [CITED, hypothesis("a", 0.6), hypothesis("b", 0.5)].map((node) => ({ type: "node-add", branch, node })),
  );
  draw();
  return { desk, draw, frames, calms, record: () => viewToRecord(desk.case.getState().view) };
}

test("facts follow the record once a frame, however many events came", async () => {
  const { desk, draw, frames } = await open();
  expect(desk.facts.getState().leader).toBe("a");
  for (const id of ["x", "y", "z"])
    await desk.correct({ type: "add", node: finding(id), edges: [supports(id, "b", 1)] });
  expect([frames.length, desk.facts.getState().leader]).toEqual([1, "a"]);
  draw();
  expect(desk.facts.getState().leader).toBe("b");
});

test("what a run says is shown calmly, what a hand does is not, and shows all that was said", async () => {
  const { desk, draw, calms } = await open();
  const run = "r1";
  await desk.session.write([{ type: "run-start", run, branch, settings: SAMPLE_SETTINGS }]);
  draw();
  calms.length = 0;
  const say = (id: string) =>
    desk.session.write([
      { type: "thinking-append", run, text: "so" },
      {
        type: "statement-close",
        run,
        line: id,
        statement: { type: "node", node: finding(id) },
        marks: [],
      },
    ]);
  await say("x");
  await say("y");
  expect([calms, desk.facts.getState().graph.nodes.has("x")]).toEqual([[480], false]);
  await desk.correct({ type: "retract-node", node: "a" });
  expect(calms).toEqual([480, 0]);
  draw();
  expect([...desk.facts.getState().graph.nodes.keys()]).toEqual(["f", "b", "x", "y"]);
  calms.length = 0;
  await say("z");
  await desk.session.write([{ type: "run-end", run, reason: "finished" }]);
  // With its end at once: what was streamed until now is read from the record from now on.
  expect([calms.includes(0), desk.facts.getState().graph.nodes.has("z")]).toEqual([false, true]);
});

test("facts that stay are the very same values, so that nothing is drawn twice", async () => {
  const { desk, draw } = await open();
  const before = desk.facts.getState();
  const target = { type: "node", id: "a", quote: "", start: 0 } as const;
  await desk.annotate({ target, comment: "Seen." });
  draw();
  const after = desk.facts.getState();
  expect(after.live).not.toBe(before.live);
  expect(after.graph).toBe(before.graph);
  expect(after.strengths).toBe(before.strengths);
  expect(after.ranking).toBe(before.ranking);
});

test("a question in free text is routed, answered from the graph, and both are kept", async () => {
  const { desk, record } = await open();
  await desk.correct({ type: "link", edge: supports("f", "a", 0.8) });
  desk.select({ type: "node", id: "a" });
  const route = desk.route("why?");
  expect(route).toEqual({ type: "sure", ask: { op: "Q1", target: "a" } });
  if (route.type !== "sure") return;
  const answer = desk.ask(route.ask, "why?", () => "Because of the pain.");
  expect(answer?.ok).toBe(true);
  expect(record().slice(-2)).toMatchObject([
    { type: "question-ask", op: "Q1", text: "why?", target: { type: "node", id: "a" } },
    { type: "answer-give", source: "computed", text: "Because of the pain.", restsOn: ["a", "f", "f+a"] },
  ]);
  expect(desk.route("and b?")).toMatchObject({ type: "sure", ask: { op: "Q1", target: "b" } });
});

test("an illegal correction writes nothing", async () => {
  const { desk, record } = await open();
  const before = record().length;
  const refused = await desk.correct({ type: "link", edge: supports("a", "f", 1) });
  expect([refused.ok, record().length]).toEqual([false, before]);
});

test("annotating, taking back and branching are events of the record", async () => {
  const { desk, record } = await open();
  const target = { type: "node", id: "f", quote: "", start: 0 } as const;
  await desk.annotate({ target, comment: "Which pain?", verdict: "unsure" });
  await desk.undo();
  await desk.redo();
  const started = await desk.startBranch("stale");
  expect(
    record()
      .map(({ type }) => type)
      .slice(-4),
  ).toEqual(["annotation-make", "change-undo", "change-redo", "branch-start"]);
  expect(started.ok && desk.case.getState().branch).toBe(started.ok && started.value);
});

test("selecting works both ways between note and graph", async () => {
  const { desk } = await open();
  await desk.correct({ type: "link", edge: supports("f", "a", 0.8) });
  const { graph } = { graph: desk.facts.getState().graph };
  expect([...litBy(graph, { type: "sentence", id: "s1" }).nodes]).toEqual(["f"]);
  expect([...litBy(graph, { type: "node", id: "f" }).sentences]).toEqual(["s1"]);
  expect(litBy(graph, { type: "edge", id: "none" }).nodes.size).toBe(0);
});

test("a passage of the thinking is in sight until something else is chosen", async () => {
  const { desk } = await open();
  const passage = { run: "r1", start: 3, end: 9 };
  desk.select({ type: "node", id: "f" });
  desk.showPassage(passage);
  expect(desk.selection.getState()).toMatchObject({ selected: { id: "f" }, passage });
  desk.select({ type: "node", id: "a" });
  expect(desk.selection.getState().passage).toBeUndefined();
});

test("a closed case leaves nothing in the facts", async () => {
  const { desk } = await open();
  await desk.close();
  expect([desk.facts.getState().graph.nodes.size, desk.case.getState().isClosed]).toEqual([0, true]);
});

test("looking back shows the past everywhere, and nothing can be written into it", async () => {
  const { desk, draw, record } = await open();
  const length = desk.case.getState().view.length;
  await desk.correct({ type: "retract-node", node: "a" });
  await desk.annotate({ target: { type: "node", id: "f", quote: "", start: 0 }, comment: "" });
  const events = record().length;
  desk.lookAt(length);
  draw();
  expect([desk.facts.getState().leader, record().length]).toEqual(["a", length]);
  const refused = [await desk.undo(), await desk.correct({ type: "retract-node", node: "b" })];
  for (const { ok: isOk } of refused) expect(isOk).toBe(false);
  expect(refused[0]).toMatchObject({ error: { type: "desk-looking-back" } });
  expect(desk.ask({ op: "Q1", target: "a" }, "why?", () => "Because.")?.ok).toBe(true);
  // What is written elsewhere meanwhile, as by a run, does not move the past.
  await desk.session.write([{ type: "branch-favour", branch }]);
  expect(record().length).toBe(length);
  desk.lookAt(undefined);
  draw();
  expect([desk.facts.getState().leader, record().length]).toEqual(["b", events + 1]);
});

test("looking back leads to the branch in which it happened, or to what the shown one grew from", async () => {
  const { desk } = await open();
  const before = desk.case.getState().view.length;
  const started = await desk.startBranch("nothing");
  const second = started.ok ? started.value : "";
  await desk.correct({ type: "retract-node", node: "b" });
  desk.session.showBranch(branch);
  desk.lookAt(desk.case.getState().view.length);
  expect(desk.case.getState().branch).toBe(second);
  desk.session.showBranch(second);
  desk.lookAt(desk.case.getState().view.length);
  desk.session.showBranch(branch);
  expect(desk.case.getState().branch).toBe(branch);
  desk.session.showBranch(second);
  desk.lookAt(before);
  expect(desk.case.getState().branch).toBe(branch);
});

test("hidden strengths are in no fact, and nothing leads", async () => {
  const { desk } = await open();
  desk.hideStrengths(true);
  const { leader, strengths, ranking, graph } = desk.facts.getState();
  expect([leader, strengths.byNode.size, graph.nodes.size]).toEqual([undefined, 0, 3]);
  expect(ranking.map(({ hypothesis: { id } }) => id)).toEqual(["a", "b"]);
  desk.hideStrengths(false);
  expect(desk.facts.getState().leader).toBe("a");
});
