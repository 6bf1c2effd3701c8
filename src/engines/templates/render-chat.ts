/**
 * A conversation as the bytes a model reads. What was rendered for one turn is the beginning of what is rendered for the
 * next, thinking included, so that an engine can go on from what it has read. The published templates cut thinking out
 * of earlier turns; that would make it read everything again.
 */
import type { ChatMessage, Prompt } from "../../contracts/engine.ts";
import { invariant } from "../../shared/assert.ts";
import { CHAT_TEMPLATES, type ChatTemplate, type ChatTemplateId } from "./families.ts";

type Chat = Extract<Prompt, { readonly type: "chat" }>;

/** The prompt of the next reply, up to where the model goes on. */
export function renderChat(id: ChatTemplateId, { messages, thinking }: Chat): string {
  const template = templateOf(id);
  const turns = messages.map((message) => renderTurn(template, message));
  const start = thinking ? template.opened : template.closed;
  return `${template.begin}${turns.join("")}${template.assistant[0]}${start}`;
}

function templateOf(id: ChatTemplateId): ChatTemplate {
  const template = CHAT_TEMPLATES.find((candidate) => candidate.id === id);
  invariant(template !== undefined, "every template id is in the list");
  return template;
}

function renderTurn(template: ChatTemplate, { role, text }: ChatMessage): string {
  const [before, after] = template[role];
  return `${before}${role === "assistant" ? startOfReply(template, text) : ""}${text}${after}`;
}

/** How a reply began that is history by now: its own marks tell. */
function startOfReply({ opened, closed }: ChatTemplate, text: string): string {
  if (text.startsWith("<think>")) return "";
  return text.includes("</think>") ? opened : closed;
}
