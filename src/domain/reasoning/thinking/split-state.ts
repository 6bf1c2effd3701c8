/** What the split knows between two pushes, and the few ways to change it. Only `split.ts` creates one. */

export type Channel = "thinking" | "answer" | "tool";
export type SplitPiece = { readonly channel: Channel; readonly text: string };

/** Where a stream begins, as the chat template leaves it. */
export type ThinkingStyle = {
  /** `unknown` holds text back until the first mark tells; for pasted text, not for live streams. */
  readonly start: "thinking" | "answer" | "unknown";
};

export type SplitFlag =
  | "unclosed-thinking"
  | "unclosed-tool-call"
  | "lone-closing-mark"
  | "nested-thinking"
  | "repeated-thinking";

type Region = "undecided" | "answer" | "thinking" | "tool" | "header";

export type SplitState = {
  readonly flags: Set<SplitFlag>;
  pieces: { readonly channel: Channel; text: string }[];
  region: Region;
  /** A harmony message was met: from then on only harmony's own marks count. */
  harmony: boolean;
  /** Text whose channel is not known yet. */
  held: string[];
  toolFamily: string;
  /** Whitespace after a tool call: between two calls it belongs to them, before an answer to the answer. */
  gap: string | undefined;
  fence: string | undefined;
  /** Opening marks met inside a code fence, whose closing marks are code as well. */
  fencedOpens: number;
  depth: number;
  hasNested: boolean;
  /** Nothing but blanks since the template opened the thinking: a model that opens it again means the same. */
  isFreshlyOpened: boolean;
  blocks: number;
};

/** The state at the start of a stream. */
export function createSplitState({ start }: ThinkingStyle): SplitState {
  const depth = start === "thinking" ? 1 : 0;
  return {
    flags: new Set(),
    pieces: [],
    region: start === "unknown" ? "undecided" : start,
    harmony: false,
    held: [],
    toolFamily: "",
    gap: undefined,
    fence: undefined,
    fencedOpens: 0,
    depth,
    hasNested: false,
    isFreshlyOpened: depth === 1,
    blocks: depth,
  };
}

/** Hands out text on a channel. */
function emit(state: SplitState, channel: Channel, text: string): void {
  if (text === "") return;
  const last = state.pieces.at(-1);
  if (last?.channel === channel) last.text += text;
  else state.pieces.push({ channel, text });
}

/** Hands out what was held, now that its channel is known. */
export function release(state: SplitState, channel: Channel): void {
  emit(state, channel, state.held.join(""));
  state.held = [];
}

/** Hands out the whitespace after a tool call. */
export function closeGap(state: SplitState, channel: Channel): void {
  emit(state, channel, state.gap ?? "");
  state.gap = undefined;
}

/** Begins another region; a code fence does not reach into it. */
export function enter(state: SplitState, region: Region): void {
  state.region = region;
  state.fence = undefined;
  state.fencedOpens = 0;
}

/** What looked like a header is text after all. */
export function abandonHeader(state: SplitState): void {
  state.harmony = false;
  release(state, "answer");
  enter(state, "answer");
}

/** Text, or a mark that means nothing where it stands. */
export function plain(state: SplitState, text: string): void {
  const { region } = state;
  if (region === "answer" && state.gap !== undefined) {
    state.gap += text;
    if (state.gap.trim() !== "") closeGap(state, "answer");
  } else if (region === "answer") emit(state, "answer", text);
  else if (region === "thinking" && state.held.length === 0) {
    state.isFreshlyOpened &&= text.trim() === "";
    emit(state, "thinking", text);
  } else if (region === "tool" && state.harmony) emit(state, "tool", text);
  else if (region === "header") headerText(state, text);
  else state.held.push(text);
}

/** A header is one line; whoever writes about harmony's marks in prose gets to the end of the line sooner or later. */
function headerText(state: SplitState, text: string): void {
  const line = text.indexOf("\n");
  if (line < 0) {
    state.held.push(text);
    return;
  }
  state.held.push(text.slice(0, line));
  abandonHeader(state);
  plain(state, text.slice(line));
}
