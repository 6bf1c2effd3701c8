/** What the reader makes of one line: a node, an edge, the conclusion, or honestly nothing. */
import type { ArgumentEdge, ArgumentNode, NodeId, Origin, TargetId } from "../../argument/graph.ts";

/** Whose words are read: a model may not pose as a clinician or say where a node came from, a file may. */
export type Voice = "model" | "file";
export type LineContext = {
  readonly voice: Voice;
  /** Where nodes come from unless a file says otherwise. */
  readonly origin: Origin;
};

/** Something about a statement that a person should see; the statement itself stays. */
export type StatementFlag =
  | { readonly type: "unknown-sentence"; readonly sentence: string }
  | { readonly type: "duplicate-id"; readonly id: string }
  | { readonly type: "strength-out-of-range"; readonly written: string }
  | { readonly type: "missing-strength" }
  | { readonly type: "unreadable-value"; readonly field: string; readonly written: string }
  | { readonly type: "unknown-field"; readonly field: string }
  | { readonly type: "repeated-field"; readonly field: string }
  | { readonly type: "missing-field"; readonly field: string }
  | { readonly type: "not-for-models"; readonly field: string }
  /** A clinician took back what has this id, and it stays taken back. */
  | { readonly type: "taken-back"; readonly id: string }
  | { readonly type: "damaged-bytes" }
  | { readonly type: "control-characters" }
  | { readonly type: "unfinished" };

/** The content of a line, before its place in the stream is known. */
export type Reading =
  | { readonly type: "node"; readonly node: ArgumentNode }
  | { readonly type: "edge"; readonly edge: ArgumentEdge }
  | { readonly type: "conclusion"; readonly leader: NodeId; readonly text: string }
  | { readonly type: "unread" };

export type Statement = Reading & {
  /** Counted from 0, unread lines included. */
  readonly number: number;
  /** Bytes of the stream, end exclusive, without the line break. */
  readonly span: readonly [start: number, end: number];
  /** The line as the model wrote it. */
  readonly line: string;
  readonly flags: readonly StatementFlag[];
};

/** A statement that points at an id which nothing defines; known only when the stream has ended. */
export type DanglingReference = { readonly statement: number; readonly id: TargetId };
