/**
 * The stream reader: bytes in any cut to statements, each final the moment its line ends. It never throws and
 * never takes anything back; a push costs what its own bytes cost.
 */
import type { Origin, TargetId } from "../../argument/graph.ts";
import { encodeUtf8, decodeUtf8 } from "./utf8.ts";
import { type ByteLine, createLineCutter } from "./lines.ts";
import { readLine } from "./read-line.ts";
import { CONCLUSION_WORD } from "./forms.ts";
import { citedSentences, definedId, referencedIds } from "./references.ts";
import type {
  DanglingReference,
  LineContext,
  Reading,
  Statement,
  StatementFlag,
  Voice,
} from "./statement.ts";

export type ReaderOptions = {
  /** The sentence ids of this case; without them citations go unchecked. */
  readonly sentences?: ReadonlySet<string>;
  readonly voice?: Voice;
  /** Where nodes come from unless a file says otherwise. */
  readonly origin?: Origin;
};

export type StatementReader = {
  /** The statements that these bytes completed. */
  readonly push: (bytes: Uint8Array) => readonly Statement[];
  /** Ends the stream: a last line without a line break is read and marked unfinished. */
  readonly finish: () => {
    readonly statements: readonly Statement[];
    readonly dangling: readonly DanglingReference[];
  };
};

/** What most pushes complete; one for all, since a token is a push. */
const NOTHING: readonly Statement[] = [];

/** A reader at the start of a stream. */
export function createStatementReader(options: ReaderOptions = {}): StatementReader {
  const context: LineContext = { voice: options.voice ?? "model", origin: options.origin ?? "notation" };
  const cutter = createLineCutter();
  const defined = new Set<string>();
  const references: { readonly statement: number; readonly id: TargetId }[] = [];
  let number = 0;
  let concluded = false;

  let closed: Statement[] = [];

  function read(line: ByteLine): void {
    const { text, flags } = decodeLine(line);
    if (text.trim() === "") return;
    const { reading, flags: found } = readLine(text, context);
    flags.push(...found, ...sentenceFlags(reading, options.sentences), ...define(reading));
    for (const id of referencedIds(reading)) if (!defined.has(id)) references.push({ statement: number, id });
    const span = [line.start, line.start + line.bytes.length] as const;
    number += 1;
    closed.push({ ...reading, number: number - 1, span, line: text, flags });
  }

  function handOut(): readonly Statement[] {
    if (closed.length === 0) return NOTHING;
    const out = closed;
    closed = [];
    return out;
  }

  function define(reading: Reading): readonly StatementFlag[] {
    if (reading.type === "conclusion") {
      const again = concluded;
      concluded = true;
      return again ? [{ type: "duplicate-id", id: CONCLUSION_WORD }] : [];
    }
    const id = definedId(reading);
    if (id === undefined) return [];
    if (defined.has(id)) return [{ type: "duplicate-id", id }];
    defined.add(id);
    return [];
  }

  return {
    push: (bytes) => {
      cutter.push(bytes, read);
      return handOut();
    },
    finish: () => {
      cutter.finish(read);
      return { statements: handOut(), dangling: references.filter(({ id }) => !defined.has(id)) };
    },
  };
}

/** Controls other than the tab: nothing a clinician's text needs, and able to hide what a line says. */
const CONTROL = /[^\P{Cc}\t]/u;

function decodeLine({ bytes, start, closed }: ByteLine): {
  readonly text: string;
  readonly flags: StatementFlag[];
} {
  const { text: decoded, damaged } = decodeUtf8(bytes);
  const marked = start === 0 && decoded.startsWith("\ufeff") ? decoded.slice(1) : decoded;
  const text = marked.endsWith("\r") ? marked.slice(0, -1) : marked;
  const flags: StatementFlag[] = [];
  if (damaged) flags.push({ type: "damaged-bytes" });
  if (CONTROL.test(text)) flags.push({ type: "control-characters" });
  if (!closed) flags.push({ type: "unfinished" });
  return { text, flags };
}

function sentenceFlags(
  reading: Reading,
  sentences: ReadonlySet<string> | undefined,
): readonly StatementFlag[] {
  if (sentences === undefined) return [];
  const unknown = citedSentences(reading).filter((sentence) => !sentences.has(sentence));
  return unknown.map((sentence) => ({ type: "unknown-sentence", sentence }));
}

export type ReadNotation = {
  readonly statements: readonly Statement[];
  readonly dangling: readonly DanglingReference[];
};

/** Reads a whole text at once, with the same reader. */
export function readNotation(text: string, options: ReaderOptions = {}): ReadNotation {
  const reader = createStatementReader(options);
  const statements = reader.push(encodeUtf8(text));
  const { statements: last, dangling } = reader.finish();
  return { statements: [...statements, ...last], dangling };
}
