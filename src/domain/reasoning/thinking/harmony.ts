/**
 * gpt-oss: every message names its channel in a header. `analysis` is thinking, `final` the answer, and so is
 * `commentary` without a recipient (the format's preamble for the user); anything sent `to=` someone is a tool call.
 */
import type { MarkerRole } from "./markers.ts";
import {
  abandonHeader,
  type Channel,
  closeGap,
  enter,
  plain,
  release,
  type SplitState,
} from "./split-state.ts";

const ROLE = String.raw`<\|start\|>(?:assistant|user|system|developer|tool|python|(?:functions|browser)[\w.]*)`;
const RECIPIENT = String.raw`\s*(?<recipient>to=[\w.]+)`;
const CHANNEL = String.raw`\s*<\|channel\|>\s*(?<channel>analysis|commentary|final)`;
const CONTENT_TYPE = String.raw`(?:\s*<\|constrain\|>\s*\w+|\s+(?:json|code))`;
const HEADER = new RegExp(
  `^(?:${ROLE})?(?:${RECIPIENT})?(?:${CHANNEL})?(?:${RECIPIENT.replace("recipient", "addressee")})?${CONTENT_TYPE}?\\s*$`,
);

/** The channel that a header names, or undefined where it is no header. */
function channelOf(header: string): Channel | undefined {
  const found = HEADER.exec(header);
  if (found === null) return undefined;
  const { recipient, addressee, channel } = found.groups ?? {};
  if ((recipient ?? addressee) !== undefined) return "tool";
  return channel === "analysis" ? "thinking" : "answer";
}

/** One of harmony's marks. */
export function harmonyMark(state: SplitState, role: MarkerRole, text: string): void {
  if (state.region === "header") {
    if (role !== "message") return plain(state, text);
    return closeHeader(state, text);
  }
  if ((role === "start" || role === "channel") && mayBegin(state)) {
    if (state.region === "undecided") release(state, "answer");
    closeGap(state, "answer");
    state.harmony = true;
    enter(state, "header");
    state.held = [text];
  } else if (state.harmony && role === "end") enter(state, "answer");
  else plain(state, text);
  return undefined;
}

function closeHeader(state: SplitState, text: string): void {
  const channel = channelOf(state.held.join(""));
  if (channel === undefined) {
    plain(state, text);
    return abandonHeader(state);
  }
  state.held = [];
  return enter(state, channel);
}

/** Outside harmony its marks are text, except those that begin a message where an answer may stand. */
function mayBegin({ harmony, region, fence }: SplitState): boolean {
  return harmony || (fence === undefined && (region === "answer" || region === "undecided"));
}
