/** A case of any size in the vault, its rows as a run writes them, on the note of a teaching case. */
import type { RunId } from "../../../src/domain/record/events.ts";
import { EVENT_VERSION, MAIN_BRANCH, type RecordEvent } from "../../../src/domain/record/events.ts";
import type { EventPayload } from "../../../src/domain/record/read-payload.ts";
import { SAMPLE_SETTINGS } from "../../../src/domain/record/sample-record.ts";
import { readNotation } from "../../../src/domain/reasoning/notation/reader.ts";
import { invariant } from "../../../src/shared/assert.ts";
import type { Services } from "../../../src/ui/services.ts";
import { draftCase } from "../../../src/ui/common/draft-case.ts";
import { writeStatements, writeThinking } from "./script-text.ts";

export type SeedSize = {
  readonly tokens: number;
  /** Of findings and inferences; 0 for a case in which nothing was said. */
  readonly nodes: number;
};

/** How large the record is, as JSON. */
export type Seeded = { readonly caseId: string; readonly bytes: number };

const TEACHING_CASE = "dissection-mimicking-mi";
/** Of a run with the longest thinking that the app allows. */
const TOKENS_OF_RUN = 4000;
const CHUNK_CHARACTERS = 1000;

/** Writes it event by event. */
export async function seedCase(services: Services, size: SeedSize): Promise<Seeded> {
  const { vault, teaching, newId, now } = services;
  const index = await teaching.readIndex();
  const read = await teaching.readCase(TEACHING_CASE);
  invariant(index.ok && read.ok, "the teaching case is there");
  const title = index.value.cases.find(({ id }) => id === TEACHING_CASE)?.title ?? "";
  const author = { kind: "clinician", profile: "unnamed" } as const;
  const first = draftCase({ title, text: read.value.vignette, author, time: now(), newId });
  const created = await vault.createCase(first);
  const caseId = first[0]?.caseId ?? "";
  invariant(created.ok, "the case is created");
  const opened = await vault.openCase(caseId);
  invariant(opened.ok, "the case is opened");
  const base = { version: EVENT_VERSION, author: { kind: "program", profile: "sample" }, caseId } as const;
  let order = first.length;
  let bytes = JSON.stringify(first).length;
  for (const payload of drawRuns(size, newId)) {
    order += 1;
    const event: RecordEvent = { ...base, id: newId(), order, time: now(), ...payload };
    bytes += JSON.stringify(event).length;
    const kept = await opened.value.append([event], "relaxed");
    invariant(kept.ok, "the event is kept");
  }
  await opened.value.close();
  return { caseId, bytes };
}

function* drawRuns({ tokens, nodes }: SeedSize, newId: () => RunId): Generator<EventPayload> {
  const runs = Math.ceil(tokens / TOKENS_OF_RUN);
  for (let place = 0; place < runs; place += 1) {
    const run = newId();
    yield { type: "run-start", run, branch: MAIN_BRANCH, settings: SAMPLE_SETTINGS };
    const thinking = writeThinking(Math.min(TOKENS_OF_RUN, tokens - place * TOKENS_OF_RUN));
    for (let at = 0; at < thinking.length; at += CHUNK_CHARACTERS)
      yield { type: "thinking-append", run, text: thinking.slice(at, at + CHUNK_CHARACTERS) };
    yield* drawStatements(Math.round(nodes / runs), place * nodes, run);
    yield { type: "run-end", run, reason: "finished" };
  }
}

/** Read by the reader that reads a model. A reason is a finding and an inference, written in 64 tokens. */
function* drawStatements(nodes: number, from: number, run: RunId): Generator<EventPayload> {
  if (nodes === 0) return;
  for (const statement of readNotation(writeStatements(nodes * 32, from)).statements) {
    const { line, flags: marks } = statement;
    const close = { type: "statement-close", run, line, marks } as const;
    if (statement.type === "node") yield { ...close, statement: { type: "node", node: statement.node } };
    if (statement.type === "edge") yield { ...close, statement: { type: "edge", edge: statement.edge } };
  }
}
