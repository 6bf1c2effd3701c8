/** The dialogue without what nobody marked. */
import type { AnnotationState } from "../../domain/record/case-state.ts";
import type { DialogueRow, DialogueRows } from "./dialogue-rows.ts";

/** Each marked row below the run that it belongs to; `answersOf` gives the answers to a question. */
export function onlyMarked(
  { rows, count }: DialogueRows,
  marks: readonly AnnotationState[],
  answersOf: (question: string) => readonly string[],
): DialogueRows {
  const marked = new Set(
    marks.map(({ annotation, anchor }) =>
      keyOf(annotation.target.type, anchor.type === "anchored" ? anchor.target : ""),
    ),
  );
  const kept = rows
    .slice(0, count)
    .filter((row) => row.type === "run" || keysOf(row, answersOf).some((key) => marked.has(key)));
  const isKept = (row: DialogueRow, at: number): boolean =>
    row.type !== "run" ||
    marked.has(keyOf("thinking", row.event.run)) ||
    (kept[at + 1] !== undefined && kept[at + 1]?.type !== "run");
  const shown = kept.filter(isKept);
  const placeOf = new Map<string, number>();
  for (const [place, row] of shown.entries()) {
    const id = idOf(row);
    if (id !== undefined && !placeOf.has(id)) placeOf.set(id, place);
  }
  return { rows: shown, count: shown.length, unread: [], placeOf };
}

function keyOf(type: string, id: string): string {
  return `${type} ${id}`;
}

function keysOf(row: DialogueRow, answersOf: (question: string) => readonly string[]): readonly string[] {
  if (row.type === "question") return answersOf(row.event.question).map((id) => keyOf("answer", id));
  const id = idOf(row);
  return id === undefined ? [] : [keyOf("node", id), keyOf("edge", id)];
}

/** The step or link that a row is about. */
function idOf(row: DialogueRow): string | undefined {
  if (row.type === "statement") {
    const { statement } = row.event;
    if (statement.type === "node") return statement.node.id;
    return statement.type === "edge" ? statement.edge.id : undefined;
  }
  if (row.type !== "change") return undefined;
  if (row.event.type === "node-add") return row.event.node.id;
  return row.event.type === "edge-add" ? row.event.edge.id : undefined;
}
