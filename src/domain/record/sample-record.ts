/**
 * A made-up record of any length in which every kind of everyday event recurs: for tests of the fold and for the
 * benchmark that compares a short record with a long one. No patient, no medicine in it.
 */
import type { ArgumentEdge, ArgumentNode } from "../argument/graph.ts";
import { readSentences } from "../case-text/sentences.ts";
import { EVENT_VERSION, MAIN_BRANCH } from "./events.ts";
import type { RecordEvent, RecordTarget, RunSettings } from "./events.ts";
import type { EventPayload } from "./read-payload.ts";

const NOTE = "First sample sentence. Second sample sentence. Third sample sentence.";

/** The head of an event, with what it holds. */
export function toSampleEvent(order: number, payload: EventPayload, id = `e${order}`): RecordEvent {
  const author = { kind: "clinician", profile: "sample" } as const;
  return { version: EVENT_VERSION, id, order, time: order, author, caseId: "sample", ...payload };
}

/** Of a run whose settings do not matter. */
export const SAMPLE_SETTINGS: RunSettings = {
  engine: "scripted",
  model: "sample",
  fileHash: "",
  promptVersion: "1",
  seed: 1,
  temperature: 0,
  budget: 1500,
  isThinking: true,
};

/** The first `count` events of the endless sample record. */
export function createSampleRecord(count: number): readonly RecordEvent[] {
  return Array.from({ length: count }, (_, position) => createSampleEvent(position));
}

/** The event at one position of the endless sample record. */
export function createSampleEvent(position: number): RecordEvent {
  return toSampleEvent(position + 1, position < 3 ? drawOpening(position) : drawPayload(position - 3));
}

function drawOpening(position: number): EventPayload {
  if (position === 0) return { type: "case-create", title: "Sample" };
  if (position === 1) {
    const sentences = Array.from(readSentences(NOTE), ({ id, start, end }) => ({ id, start, end }));
    return { type: "text-revise", text: NOTE, sentences };
  }
  return {
    type: "run-start",
    run: "r1",
    branch: MAIN_BRANCH,
    revision: "e2",
    settings: SAMPLE_SETTINGS,
  };
}

function drawPayload(at: number): EventPayload {
  const round = Math.floor(at / 16);
  const turn = at % 16;
  return turn < 6 ? drawRunPayload(round, turn) : drawPersonPayload(round, turn, at);
}

function drawRunPayload(round: number, turn: number): EventPayload {
  const run = "r1";
  const close = (statement: StatementPayload["statement"]): EventPayload => ({
    type: "statement-close",
    run,
    line: "",
    statement,
    marks: [],
  });
  if (turn === 1) return close({ type: "node", node: drawNode(`f${round}`, round) });
  if (turn === 3) return close({ type: "node", node: drawNode(`i${round}`, round) });
  if (turn === 4) return close({ type: "edge", edge: drawEdge(`a${round}`, `f${round}`, `i${round}`) });
  // Chains of eight, so that an edit has dependents but not the whole record.
  if (turn === 5 && round % 8 > 0) {
    return close({ type: "edge", edge: drawEdge(`b${round}`, `i${round - 1}`, `i${round}`) });
  }
  return { type: "thinking-append", run, text: "sample thought " };
}

type StatementPayload = Extract<EventPayload, { type: "statement-close" }>;

function drawPersonPayload(round: number, turn: number, at: number): EventPayload {
  const branch = MAIN_BRANCH;
  const target: RecordTarget = { type: "node", id: `f${round}`, quote: "sample", start: 0 };
  const annotation = { id: `n${round}`, branch, target, comment: `turn ${turn}` };
  switch (turn) {
    case 6:
      return { type: "question-ask", branch, question: `q${round}`, op: "why", target, text: "Why?" };
    case 7: {
      const restsOn = [`f${round}`];
      return {
        type: "answer-give",
        answer: `w${round}`,
        question: `q${round}`,
        source: "computed",
        text: "So.",
        restsOn,
      };
    }
    case 8:
      return { type: "annotation-make", annotation };
    case 9:
      return { type: "node-edit", branch, node: drawNode(`f${round}`, round, "edited sample") };
    case 10:
      return { type: "node-add", branch, node: drawNode(`h${round}`, round) };
    case 11:
      return { type: "edge-add", branch, edge: drawEdge(`c${round}`, `f${round}`, `h${round}`) };
    case 12:
      return { type: "change-undo", change: `e${at + 3}` };
    case 13:
      return { type: "change-redo", change: `e${at + 2}` };
    case 14:
      return { type: "annotation-change", annotation };
    default:
      return { type: "node-retract", branch, node: `h${round}` };
  }
}

/** An inference that cites one of the three sample sentences. */
export function drawNode(id: string, round: number, text = "sample statement"): ArgumentNode {
  const citations = [{ sentence: `s${(round % 3) + 1}` }];
  return { kind: "inference", id, text, citations, attribution: "model", origin: "scripted" };
}

/** A supporting edge. */
export function drawEdge(id: string, from: string, to: string): ArgumentEdge {
  return { kind: "supports", id, from, to, weight: 0.5 };
}
