/**
 * Thinking apart from the answer, while it streams, for every model family. One state machine over marks; what it
 * has handed out it never takes back, and every character of the stream that is not a mark comes out exactly once.
 */
import { assertNever } from "../../../shared/assert.ts";
import { harmonyMark } from "./harmony.ts";
import { createMarkerScan, type Lexeme } from "./marker-scan.ts";
import {
  closeGap,
  createSplitState,
  plain,
  release,
  type SplitFlag,
  type SplitPiece,
  type SplitState,
  type ThinkingStyle,
} from "./split-state.ts";
import { closeThinking, openThinking } from "./thinking-marks.ts";
import { closeTool, openTool, toggleFence } from "./tool-marks.ts";

export type ThinkingSplit = {
  /** What this text made certain; the rest is held back. */
  readonly push: (text: string) => readonly SplitPiece[];
  readonly finish: () => { readonly pieces: readonly SplitPiece[]; readonly flags: readonly SplitFlag[] };
};

/** A split at the start of a stream. */
export function createThinkingSplit(style: ThinkingStyle): ThinkingSplit {
  const scan = createMarkerScan();
  const state = createSplitState(style);
  return {
    push: (text) => {
      for (const lexeme of scan.push(text)) take(state, lexeme);
      return handOut(state);
    },
    finish: () => {
      for (const lexeme of scan.finish()) take(state, lexeme);
      end(state);
      return { pieces: handOut(state), flags: [...state.flags] };
    },
  };
}

function take(state: SplitState, lexeme: Lexeme): void {
  if (lexeme.type === "text") return plain(state, lexeme.text);
  const { marker, text } = lexeme;
  switch (marker.role) {
    case "open-thinking":
      return openThinking(state, text);
    case "close-thinking":
      return closeThinking(state, text);
    case "open-tool":
      return openTool(state, text, marker.family);
    case "close-tool":
      return closeTool(state, text, marker.family);
    case "fence":
      return toggleFence(state, text, marker.family);
    case "channel":
    case "start":
    case "message":
    case "end":
      return harmonyMark(state, marker.role, text);
    default:
      return assertNever(marker.role);
  }
}

function handOut(state: SplitState): readonly SplitPiece[] {
  const { pieces } = state;
  state.pieces = [];
  return pieces;
}

function end(state: SplitState): void {
  closeGap(state, "answer");
  if (state.region === "header") return release(state, "tool");
  if (state.region === "thinking") {
    // A close that nothing balanced was the last one: it ended the thinking, what it held is the answer.
    if (state.held.length > 0) state.held = state.held.slice(1);
    else if (!state.harmony) state.flags.add("unclosed-thinking");
  }
  if (state.region === "tool" && !state.harmony) state.flags.add("unclosed-tool-call");
  return release(state, "answer");
}
