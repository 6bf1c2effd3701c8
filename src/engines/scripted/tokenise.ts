/** Cuts text into tokens as a script counts them: nothing is lost, and the same text always gives the same tokens. */
import type { Prompt } from "../../contracts/engine.ts";
import { renderChat } from "../templates/render-chat.ts";

/** A word piece with the blank before it, or one character of anything else. */
const TOKEN = / ?[\p{L}\p{N}]{1,8}|[^]/gu;

/** The tokens of a text; joined they are the text. */
export function tokenise(text: string): readonly string[] {
  return text.match(TOKEN) ?? [];
}

/** A prompt as one text; a conversation in the commonest form. */
export function promptToText(prompt: Prompt): string {
  return prompt.type === "text" ? prompt.text : renderChat("chatml", prompt);
}

/** What was asked last. */
export function lastAsked(prompt: Prompt): string {
  if (prompt.type === "text") return prompt.text;
  return prompt.messages.findLast(({ role }) => role === "user")?.text ?? "";
}
