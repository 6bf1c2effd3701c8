/**
 * What a model says in one phase, as it comes: thinking, and statements the moment their lines end. Tokens may arrive in
 * any batches; what is read never depends on it.
 */
import { createStatementReader, type StatementReader } from "../../domain/reasoning/notation/reader.ts";
import type { Statement } from "../../domain/reasoning/notation/statement.ts";
import { encodeUtf8 } from "../../domain/reasoning/notation/utf8.ts";
import { createThinkingSplit } from "../../domain/reasoning/thinking/split.ts";
import type { SplitPiece, ThinkingStyle } from "../../domain/reasoning/thinking/split-state.ts";
import { createReadyWord } from "./ready-word.ts";

export type ReplyPart =
  | { readonly type: "thinking"; readonly text: string }
  /** Words of an answer to a question. */
  | { readonly type: "answer"; readonly text: string }
  | { readonly type: "statement"; readonly statement: Statement };

export type ReplyEnd = {
  readonly parts: readonly ReplyPart[];
  /** The thinking never came to its own end. */
  readonly isThinkingOpen: boolean;
};

export type ReplyReader = {
  readonly push: (token: string) => readonly ReplyPart[];
  /** Ends the reply. A last line without a line break is whole where the model itself stopped, and cut otherwise. */
  readonly finish: (isWhole: boolean) => ReplyEnd;
};

/** What takes the text of a phase that is not marked as thinking. */
type Answer = {
  readonly push: (text: string) => readonly ReplyPart[];
  readonly finish: (isWhole: boolean) => readonly ReplyPart[];
};

/** Reads the thinking phase: all of it is thinking but the word that ends it. */
export function createThinkingReader(style: ThinkingStyle): ReplyReader {
  const ready = createReadyWord();
  return createReplyReader(style, {
    push: (text) => toThinking(ready.push(text)),
    finish: () => toThinking(ready.finish()),
  });
}

function toThinking(text: string): readonly ReplyPart[] {
  return text === "" ? [] : [{ type: "thinking", text }];
}

export type StatementContext = {
  readonly sentences: ReadonlySet<string>;
  readonly origin: "notation" | "scripted";
};

/** Reads the statement phase: what is not thinking is lines of the step notation. */
export function createStatementsReader(style: ThinkingStyle, context: StatementContext): ReplyReader {
  // The places that a script cites were counted by the one who wrote it; a model cannot count.
  const isScript = context.origin === "scripted";
  const reader = createStatementReader({ ...context, voice: isScript ? "file" : "model" });
  const own = isScript ? asScripted : toPart;
  const read = (text: string): readonly ReplyPart[] => reader.push(encodeUtf8(text)).map(own);
  return createReplyReader(style, { push: read, finish: (isWhole) => finishLines(reader, isWhole) });
}

/** Reads an answer to a question: words, and the lines in it that add something to the argument. */
export function createAnswerReader(
  style: ThinkingStyle,
  context: StatementContext,
  adds: (statement: Statement) => boolean,
): ReplyReader {
  const reader = createStatementReader({ ...context, voice: "model" });
  const added = (statements: readonly Statement[]): readonly ReplyPart[] =>
    statements.filter((statement) => statement.type !== "unread" && adds(statement)).map(toPart);
  return createReplyReader(style, {
    push: (text) => [{ type: "answer", text }, ...added(reader.push(encodeUtf8(text)))],
    finish: (isWhole) => (isWhole ? added(reader.push(encodeUtf8("\n"))) : []),
  });
}

function toPart(statement: Statement): ReplyPart {
  return { type: "statement", statement };
}

/** Whatever a script says of itself, it is one. */
function asScripted(statement: Statement): ReplyPart {
  if (statement.type !== "node") return toPart(statement);
  return toPart({ ...statement, node: { ...statement.node, origin: "scripted" } });
}

/** Half a line is no statement: the words are kept, and its id is left to the whole line that may follow. */
function finishLines(reader: StatementReader, isWhole: boolean): readonly ReplyPart[] {
  const closed = isWhole ? reader.push(encodeUtf8("\n")) : [];
  const cut = reader.finish().statements.map(({ number, span, line }): Statement => {
    return { type: "unread", number, span, line, flags: [{ type: "unfinished" }] };
  });
  return [...closed, ...cut].map(toPart);
}

function createReplyReader(style: ThinkingStyle, answer: Answer): ReplyReader {
  const split = createThinkingSplit(style);
  let half = "";
  const take = (pieces: readonly SplitPiece[]): readonly ReplyPart[] =>
    pieces.flatMap(({ channel, text }): readonly ReplyPart[] =>
      channel === "thinking" ? [{ type: "thinking", text }] : answer.push(text),
    );
  return {
    push: (token) => {
      // Half a character waits for its other half.
      const text = half + token;
      half = /[\uD800-\uDBFF]$/u.test(text) ? text.slice(-1) : "";
      return take(split.push(half === "" ? text : text.slice(0, -1)));
    },
    finish: (isWhole) => {
      const first = half === "" ? [] : take(split.push(half));
      const { pieces, flags } = split.finish();
      const parts = [...first, ...take(pieces), ...answer.finish(isWhole)];
      return { parts, isThinkingOpen: flags.includes("unclosed-thinking") };
    },
  };
}
