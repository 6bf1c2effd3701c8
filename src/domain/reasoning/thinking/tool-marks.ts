/** Tool calls and code fences: neither is the answer's prose, and an unfinished call is not a call. */
import { closeGap, enter, plain, release, type SplitState } from "./split-state.ts";

/** The mark that opens a tool call; it stays held until the call is whole. */
export function openTool(state: SplitState, text: string, family: string): void {
  const isCode = state.fence !== undefined || state.harmony;
  if (isCode || (state.region !== "answer" && state.region !== "undecided")) return plain(state, text);
  if (state.region === "undecided") release(state, "answer");
  closeGap(state, "tool");
  enter(state, "tool");
  state.held = [text];
  state.toolFamily = family;
  return undefined;
}

/** The mark that closes it. */
export function closeTool(state: SplitState, text: string, family: string): void {
  plain(state, text);
  if (state.region !== "tool" || state.harmony || family !== state.toolFamily) return;
  release(state, "tool");
  enter(state, "answer");
  state.gap = "";
}

/** The line that opens or closes a code block. */
export function toggleFence(state: SplitState, text: string, family: string): void {
  if (state.fence === undefined) state.fence = family;
  else if (state.fence === family) {
    state.fence = undefined;
    state.fencedOpens = 0;
  }
  plain(state, text);
}
