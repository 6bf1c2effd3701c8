/** What `<think>` and `</think>` mean where they stand: opened by the template, repeated, nested, alone, in code. */
import { closeGap, enter, plain, release, type SplitState } from "./split-state.ts";

/** In a tool call or a harmony message these marks are text. */
function isForeign({ harmony, region }: SplitState): boolean {
  return harmony || region === "tool" || region === "header";
}

/** An opening mark. */
export function openThinking(state: SplitState, text: string): void {
  if (isForeign(state)) return plain(state, text);
  if (state.fence !== undefined) {
    if (state.region === "thinking") state.fencedOpens += 1;
    return plain(state, text);
  }
  if (state.region === "thinking") return openAgain(state, text);
  if (state.region === "undecided") release(state, "answer");
  closeGap(state, "answer");
  enter(state, "thinking");
  state.depth = 1;
  state.blocks += 1;
  if (state.blocks > 1) state.flags.add("repeated-thinking");
  return undefined;
}

function openAgain(state: SplitState, text: string): void {
  if (state.isFreshlyOpened) {
    state.isFreshlyOpened = false;
    return;
  }
  state.depth += 1;
  state.hasNested = true;
  state.flags.add("nested-thinking");
  plain(state, text);
}

/** A closing mark. */
export function closeThinking(state: SplitState, text: string): void {
  if (isForeign(state)) return plain(state, text);
  if (state.region === "undecided") {
    release(state, "thinking");
    state.blocks += 1;
    return enter(state, "answer");
  }
  if (state.region === "answer") {
    if (state.fence === undefined) state.flags.add("lone-closing-mark");
    return plain(state, text);
  }
  if (state.fence !== undefined && state.fencedOpens > 0) {
    state.fencedOpens -= 1;
    return plain(state, text);
  }
  return closeOne(state, text);
}

/** Nested marks may or may not be balanced: what follows an inner close is thinking only if another close comes. */
function closeOne(state: SplitState, text: string): void {
  release(state, "thinking");
  state.depth -= 1;
  state.isFreshlyOpened = false;
  if (state.hasNested && state.depth > 0) state.held = [text];
  else {
    state.hasNested = false;
    enter(state, "answer");
  }
}
