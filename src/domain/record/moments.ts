/**
 * The stops worth looking back to, in record order: a text, a run, each line of it, a question, an answer, a correction,
 * a mark, a branch, an undo. What was written in one go is one stop.
 */
import type { ArgumentEdge, ArgumentNode, TargetId } from "../argument/graph.ts";
import type { Annotation, ChangeRedoEvent, ChangeUndoEvent, EventId, RecordEvent } from "./events.ts";
import { isUndoable } from "./events.ts";
import type { CaseView } from "./fold.ts";

/** Events that are no stop by themselves: a case without words, thinking, which is seen with what it leads to, drafts. */
type Silent = "case-create" | "thinking-append" | "draft-keep";

export type MomentEvent = Exclude<RecordEvent, { readonly type: Silent }>;

const SILENT: ReadonlySet<RecordEvent["type"]> = new Set<Silent>([
  "case-create",
  "thinking-append",
  "draft-keep",
]);

function isMoment(event: RecordEvent): event is MomentEvent {
  return !SILENT.has(event.type);
}

/** What a moment is about, in the words that it had then; a link with the names of its ends. */
export type MomentSubject =
  | { readonly type: "node"; readonly node: ArgumentNode }
  | { readonly type: "edge"; readonly edge: ArgumentEdge; readonly from: string; readonly to: string };

export type Moment = {
  /** The case after so many events shows it. */
  readonly length: number;
  readonly event: MomentEvent;
  readonly subject: MomentSubject | undefined;
  /** Of an undo or a redo: what was taken back or brought back. */
  readonly change: MomentEvent | undefined;
};

type Reading = {
  readonly source: Pick<CaseView, "log">;
  readonly nodes: Map<string, ArgumentNode>;
  readonly edges: Map<string, ArgumentEdge>;
  readonly annotations: Map<string, Annotation>;
};

/** Every stop of the record up to this view. */
export function readMoments(view: Pick<CaseView, "log" | "length">): readonly Moment[] {
  const reading: Reading = { source: view, nodes: new Map(), edges: new Map(), annotations: new Map() };
  const moments: Moment[] = [];
  for (const [position, event] of view.log.events.slice(0, view.length).entries()) {
    remember(reading, event);
    if (!isMoment(event)) continue;
    const length = position + 1;
    const last = moments.at(-1);
    if (last !== undefined && last.length === position && isOneGo(last.event, event))
      moments[moments.length - 1] = { ...last, length };
    else moments.push({ length, event, ...subjectOf(reading, event) });
  }
  return moments;
}

/** The last moment that is shown after so many events; -1 before the first. */
export function findMoment(moments: readonly Moment[], length: number): number {
  return moments.findLastIndex((moment) => moment.length <= length);
}

/** A question and its answer are written in one go as well, and still are two stops. */
function isOneGo(first: RecordEvent, next: RecordEvent): boolean {
  return isChange(first) && isChange(next) && goOf(first) === goOf(next);
}

function goOf({ together, id }: RecordEvent): EventId {
  return together ?? id;
}

function isChange(event: RecordEvent): boolean {
  return isUndoable(event) || event.type === "change-undo" || event.type === "change-redo";
}

/** What things are called from here on. */
function remember({ nodes, edges, annotations }: Reading, event: RecordEvent): void {
  if (event.type === "statement-close") {
    if (event.statement.type === "node") nodes.set(event.statement.node.id, event.statement.node);
    if (event.statement.type === "edge") edges.set(event.statement.edge.id, event.statement.edge);
  } else if (event.type === "node-add" || event.type === "node-edit") nodes.set(event.node.id, event.node);
  else if (event.type === "edge-add" || event.type === "edge-edit") edges.set(event.edge.id, event.edge);
  else if (event.type === "annotation-make" || event.type === "annotation-change")
    annotations.set(event.annotation.id, event.annotation);
}

function subjectOf(reading: Reading, event: MomentEvent): Pick<Moment, "subject" | "change"> {
  const isOfChange = event.type === "change-undo" || event.type === "change-redo";
  const change = isOfChange ? changeOf(reading, event) : undefined;
  const id = targetOf(reading, change ?? event);
  return { subject: id === undefined ? undefined : nameSubject(reading, id), change };
}

/** The first event of the change, which names it. */
function changeOf({ source: { log } }: Reading, { change }: ChangeUndoEvent | ChangeRedoEvent) {
  const known = log.events[log.positions.get(change) ?? -1];
  const first = log.events[log.positions.get(known?.together ?? change) ?? -1];
  return first !== undefined && isMoment(first) ? first : undefined;
}

/** The node or link that an event is about. */
function targetOf({ annotations }: Reading, event: MomentEvent): TargetId | undefined {
  switch (event.type) {
    case "statement-close":
      if (event.statement.type === "node") return event.statement.node.id;
      if (event.statement.type === "edge") return event.statement.edge.id;
      return event.statement.type === "conclusion" ? event.statement.leader : undefined;
    case "node-add":
    case "node-edit":
      return event.node.id;
    case "node-retract":
      return event.node;
    case "edge-add":
    case "edge-edit":
      return event.edge.id;
    case "edge-retract":
      return event.edge;
    case "stale-settle":
      return event.target;
    case "question-ask":
      return event.target.id;
    case "annotation-make":
    case "annotation-change":
      return event.annotation.target.id;
    case "annotation-remove":
      return annotations.get(event.annotation)?.target.id;
    default:
      return undefined;
  }
}

function nameSubject({ nodes, edges }: Reading, id: TargetId): MomentSubject | undefined {
  const node = nodes.get(id);
  if (node !== undefined) return { type: "node", node };
  const edge = edges.get(id);
  if (edge === undefined) return undefined;
  const nameOf = (end: TargetId): string => {
    const link = nodes.has(end) ? undefined : edges.get(end);
    if (link === undefined) return nodes.get(end)?.text ?? "";
    return `${nodes.get(link.from)?.text ?? ""} → ${nodes.get(link.to)?.text ?? ""}`;
  };
  return { type: "edge", edge, from: nameOf(edge.from), to: nameOf(edge.to) };
}
