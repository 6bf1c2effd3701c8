/** A prompt as the bytes that the library cuts into tokens. */
import type { Prompt } from "../../contracts/engine.ts";
import { renderChat } from "../templates/render-chat.ts";
import type { KnownTemplate } from "./plan-load.ts";
import type { Runtime } from "./runtime.ts";

/** The text to read; the mark of the beginning is left out where the library writes it, or it would be read twice. */
export function promptText(
  { addsBegin }: Pick<Runtime, "addsBegin">,
  template: KnownTemplate,
  prompt: Prompt,
): string {
  if (prompt.type === "text") return prompt.text;
  const text = renderChat(template.id, prompt);
  return addsBegin && text.startsWith(template.begin) ? text.slice(template.begin.length) : text;
}
