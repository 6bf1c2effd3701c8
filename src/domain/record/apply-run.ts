/** A run as it happens: its settings, its thinking, the lines it closes, its end. */
import { assertNever } from "../../shared/assert.ts";
import { placeChange } from "./apply-graph-event.ts";
import { addEdge, addNode } from "./apply-graph.ts";
import { checkCitations } from "./apply-text.ts";
import { withFlag } from "./case-state.ts";
import type { CaseState, Making, RunState } from "./case-state.ts";
import type { RunEndEvent, RunStartEvent, StatementCloseEvent, ThinkingAppendEvent } from "./events.ts";

export type RunEvent = RunStartEvent | ThinkingAppendEvent | StatementCloseEvent | RunEndEvent;

/** The state after something happened in a run. */
export function applyRunEvent(state: CaseState, event: RunEvent, position: number): CaseState {
  const run = state.runs.get(event.run);
  if (event.type === "run-start") return startRun(state, event, position);
  if (run === undefined) return withFlag(state, event.id, "unknown-run", event.run);
  if (run.end !== undefined) return withFlag(state, event.id, "run-ended", event.run);
  switch (event.type) {
    case "thinking-append":
      if (event.part === "answer")
        return withRun(state, { ...run, answer: { first: event.text, rest: run.answer } });
      return withRun(state, { ...run, thinking: { first: event.text, rest: run.thinking } });
    case "statement-close":
      return closeStatement(state, run, event, position);
    case "run-end":
      return withRun(state, { ...run, end: event });
    default:
      return assertNever(event);
  }
}

function startRun(state: CaseState, event: RunStartEvent, position: number): CaseState {
  if (state.runs.has(event.run)) return withFlag(state, event.id, "duplicate-id", event.run);
  if (!state.branches.has(event.branch)) return withFlag(state, event.id, "unknown-branch", event.branch);
  const started = withRun(state, {
    start: event,
    position,
    thinking: undefined,
    answer: undefined,
    statements: undefined,
  });
  const isKnown = event.revision === undefined || state.revisions.has(event.revision);
  return isKnown ? started : withFlag(started, event.id, "unknown-event", event.revision ?? "");
}

function withRun(state: CaseState, run: RunState): CaseState {
  return { ...state, runs: state.runs.with(run.start.run, run) };
}

function closeStatement(
  before: CaseState,
  run: RunState,
  event: StatementCloseEvent,
  position: number,
): CaseState {
  const state = withRun(before, { ...run, statements: { first: event, rest: run.statements } });
  const branch = state.branches.get(run.start.branch);
  const { statement } = event;
  if (branch === undefined || statement.type === "unread") return state;
  const { revision } = run.start;
  const making: Making = {
    event: event.id,
    position,
    run: event.run,
    ...(revision === undefined ? {} : { revision }),
  };
  switch (statement.type) {
    case "node": {
      const { node } = statement;
      const next = placeChange(state, event.id, addNode(branch, node, making, run.position), node.id);
      const seen = revision === undefined ? state.text : state.revisions.get(revision);
      return checkCitations(next, event.id, node, seen);
    }
    case "edge": {
      const change = addEdge(branch, statement.edge, making, run.position);
      return placeChange(state, event.id, change, statement.edge.id);
    }
    case "conclusion": {
      const { leader, text } = statement;
      const conclusion = { leader, text, event: event.id };
      const next = { ...state, branches: state.branches.with(branch.id, { ...branch, conclusion }) };
      return branch.nodes.has(leader) ? next : withFlag(next, event.id, "dangling-reference", leader);
    }
    default:
      return assertNever(statement);
  }
}
