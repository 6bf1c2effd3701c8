/**
 * Reads a folder of recorded model streams: server-sent events, JSON lines, or one JSON file with its chunks and
 * the split a person or server expected. A file says what it holds; its name says nothing but the model.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type ByteLine, createLineCutter } from "../src/domain/reasoning/notation/lines.ts";
import { decodeUtf8 } from "../src/domain/reasoning/notation/utf8.ts";

/** One chunk's text: as the model wrote it, or already told apart by the server. */
export type StreamPart = { readonly from: "model" | "server-thinking"; readonly text: string };
export type Split = { readonly thinking: string; readonly answer: string };
export type Recording = {
  readonly name: string;
  readonly model: string;
  readonly parts: readonly StreamPart[];
  /** How many events could be read; a file with none is no recording that anything can be said about. */
  readonly events: number;
  /** The split that came with the recording; without it the plain rule in `streams.ts` stands in. */
  readonly recorded?: Split;
  /** The bytes as they came over the wire, to be cut again. */
  readonly wire: Uint8Array;
};

/** Every recording of a folder, in name order. */
export function readRecordings(folder: string): readonly Recording[] {
  const names = readdirSync(folder).filter((name) => !name.endsWith(".md"));
  return names
    .toSorted()
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => readRecording(name, readFileSync(join(folder, name))));
}

function readRecording(name: string, bytes: Uint8Array): Recording {
  const whole = parse(decodeUtf8(bytes).text);
  const chunks = list(field(whole, "input_stream")).map((entry) => field(entry, "data"));
  if (chunks.length === 0) return { name, ...readWire([bytes]), wire: bytes };
  const wire = new TextEncoder().encode(chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join(""));
  const expected = field(whole, "expected_output");
  const recorded = {
    thinking: text(field(expected, "reasoning_content")),
    answer: text(field(expected, "normal_content")),
  };
  const { parts, model, events } = readWire([wire]);
  return { name, parts, model: model === "" ? name : model, events, recorded, wire };
}

/** Reads a stream of bytes cut anywhere: `data:` events, comments and bare JSON lines. */
export function readWire(chunks: readonly Uint8Array[]): Pick<Recording, "parts" | "model" | "events"> {
  const cutter = createLineCutter();
  const lines: string[] = [];
  const keep = ({ bytes }: ByteLine) => void lines.push(decodeUtf8(bytes).text.replace(/\r$/, ""));
  for (const chunk of chunks) cutter.push(chunk, keep);
  cutter.finish(keep);
  const parts: StreamPart[] = [];
  let model = "";
  let events = 0;
  let data: string[] = [];
  const dispatch = () => {
    const event = parse(data.join("\n"));
    data = [];
    events += event === undefined ? 0 : 1;
    model ||= text(field(event, "model"));
    parts.push(...readEvent(event));
  };
  for (const line of lines) {
    if (line.startsWith("data:")) data.push(line.slice(5));
    else if (line.startsWith("{")) data.push(line);
    if (line === "" || line.startsWith("{")) dispatch();
  }
  dispatch();
  return { parts, model, events };
}

function readEvent(event: unknown): readonly StreamPart[] {
  const choice = list(field(event, "choices"))[0];
  const delta = field(choice, "delta") ?? field(choice, "message");
  const content = text(field(delta, "content") ?? field(choice, "text"));
  const apart = text(field(delta, "reasoning_content") ?? field(delta, "reasoning"));
  // Some servers repeat in `reasoning_content` what `content` already carries raw, marks and all.
  const isRepeated = apart !== "" && content.includes(apart);
  return [
    ...(apart === "" || isRepeated ? [] : [{ from: "server-thinking", text: apart } as const]),
    ...(content === "" ? [] : [{ from: "model", text: content } as const]),
  ];
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
