/** A line that a model left unreadable, mended by hand: what it says now as a correction of the graph. */
import { readNotation } from "../../domain/reasoning/notation/reader.ts";
import type { Correction } from "../../workbench/case-session/corrections.ts";

/** Undefined where it still says no step and no link. What a person wrote is the person's, whatever the line claims. */
export function lineToCorrection(line: string, sentences: ReadonlySet<string>): Correction | undefined {
  const { statements } = readNotation(`${line}\n`, { sentences, voice: "file", origin: "human" });
  const [statement, ...more] = statements;
  if (statement === undefined || more.length > 0) return undefined;
  if (statement.flags.some(({ type }) => type === "unknown-sentence")) return undefined;
  if (statement.type === "edge") return { type: "link", edge: statement.edge };
  if (statement.type !== "node") return undefined;
  return { type: "add", node: { ...statement.node, attribution: "human", origin: "human" }, edges: [] };
}
