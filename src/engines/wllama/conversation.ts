/**
 * What the library knows of a conversation, and when it must forget. It goes on from the longest beginning that a prompt
 * shares with the last one by itself; but when little is shared, it puts the whole earlier context aside in memory, for
 * up to 8 GiB, where nothing can reach it. So it is started anew once what it put aside fills one context, and for every
 * new patient: then nobody has to trust that it forgot.
 */

/** Below this share of the last context that is kept, the library puts it aside; taken larger to be on the safe side. */
const KEEPS_ALL_FROM = 0.6;

export type Conversation = {
  /** Takes the next prompt, before it is read; true when the library must be started anew first. */
  readonly open: (prompt: string) => boolean;
  /** Takes what was said to it. */
  readonly grow: (reply: string) => void;
  /** Takes how many tokens it holds now. */
  readonly measure: (tokens: number) => void;
  /** The library was started anew. */
  readonly forget: () => void;
};

/** A conversation of which nothing was said yet, in a context of so many tokens. */
export function createConversation(contextTokens: number): Conversation {
  let text = "";
  let tokens = 0;
  let asideTokens = 0;
  const forget = (): void => {
    text = "";
    tokens = 0;
    asideTokens = 0;
  };
  return {
    open: (prompt) => {
      const isPutAside = text !== "" && commonLength(text, prompt) < text.length * KEEPS_ALL_FROM;
      const isFull = isPutAside && asideTokens + tokens > contextTokens;
      if (isFull) forget();
      else if (isPutAside) asideTokens += tokens;
      text = prompt;
      return isFull;
    },
    grow: (reply) => {
      text += reply;
    },
    measure: (count) => {
      tokens = count;
    },
    forget,
  };
}

function commonLength(left: string, right: string): number {
  const most = Math.min(left.length, right.length);
  let length = 0;
  while (length < most && left.charCodeAt(length) === right.charCodeAt(length)) length += 1;
  return length;
}
