/** The latest verdict that who is at work gave on all of a node or link. */
import type { Annotation } from "../../domain/record/events.ts";
import { useJudge } from "./use-judge.ts";

/** Undefined where none was given, or it was taken back; that of another reader stays theirs. */
export function useVerdict(type: "node" | "edge", id: string): Annotation | undefined {
  return useJudge({ type, id }).mark;
}
