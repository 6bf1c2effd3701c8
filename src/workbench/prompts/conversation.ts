/**
 * The conversation with a model about one case. It only ever grows at its end: what an engine has read once it need not
 * read again, and a branch is a shorter conversation continued another way.
 */
import type { ChatMessage } from "../../contracts/engine.ts";
import type { Sentence } from "../../domain/case-text/sentences.ts";
import { fenceNote } from "./fence-note.ts";
import { onOneLine, withoutMarks } from "./plain-words.ts";
import {
  CONTINUE_WORDS,
  QUESTION_WORDS,
  RERUN_WORDS,
  STATEMENTS_WORDS,
  SYSTEM_WORDS,
  THINKING_WORDS,
} from "./prompt-words.ts";

export type Conversation = readonly ChatMessage[];

/** An argument after a clinician's corrections, as lines of the notation. */
export type CorrectedArgument = {
  readonly stands: readonly string[];
  readonly takenBack: readonly string[];
  /** Left out, because it rested on what was corrected. */
  readonly setAside: readonly string[];
};

export type Question = {
  readonly words: string;
  /** The statements it is about, as lines of the notation. */
  readonly about: readonly string[];
  /** What a person stated or changed since a model last spoke. */
  readonly corrected: readonly string[];
  readonly takenBack: readonly string[];
};

/** The first turn: what the model is for, the case, and the task to think. */
export function openConversation(sentences: readonly Pick<Sentence, "id" | "text">[]): Conversation {
  return [
    { role: "system", text: SYSTEM_WORDS },
    { role: "user", text: `${fenceNote(sentences)}\n\n${THINKING_WORDS}` },
  ];
}

/** The first turn of a run without thinking: the case, and the task to argue at once. */
export function openStatements(sentences: readonly Pick<Sentence, "id" | "text">[]): Conversation {
  return [
    { role: "system", text: SYSTEM_WORDS },
    { role: "user", text: `${fenceNote(sentences)}\n\n${STATEMENTS_WORDS}` },
  ];
}

/** What the model said, exactly as it came: a changed byte would make it read everything again. */
export function withReply(conversation: Conversation, text: string): Conversation {
  return [...conversation, { role: "assistant", text }];
}

/** Asks for the argument. */
export function askStatements(conversation: Conversation): Conversation {
  return [...conversation, { role: "user", text: STATEMENTS_WORDS }];
}

/** Asks for the rest of the argument, when a round ended before its conclusion. */
export function askMoreStatements(conversation: Conversation): Conversation {
  return [...conversation, { role: "user", text: CONTINUE_WORDS }];
}

/** Tells how the argument stands after corrections, and asks for what is missing. */
export function askAgain(conversation: Conversation, argument: CorrectedArgument): Conversation {
  return [...conversation, { role: "user", text: sayCorrected(argument) }];
}

/** The same for a model that knows nothing of what was said: the case, the form of a statement, and what stands. */
export function openAgain(
  sentences: readonly Pick<Sentence, "id" | "text">[],
  argument: CorrectedArgument,
): Conversation {
  const first = openStatements(sentences);
  return first.map((message) =>
    message.role === "user" ? { ...message, text: `${message.text}\n\n${sayCorrected(argument)}` } : message,
  );
}

function sayCorrected({ stands, takenBack, setAside }: CorrectedArgument): string {
  const { nothingStands, ask } = RERUN_WORDS;
  const parts = [
    stands.length === 0 ? nothingStands : listOf(RERUN_WORDS.stands, stands),
    listOf(RERUN_WORDS.takenBack, takenBack),
    listOf(RERUN_WORDS.setAside, setAside),
    ask,
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function listOf(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [title, ...lines.map(withoutMarks)].join("\n");
}

/** Puts a clinician's question behind what was said. */
export function askQuestion(conversation: Conversation, question: Question): Conversation {
  return [...conversation, { role: "user", text: sayQuestion(question) }];
}

/** The same for a model that knows nothing of what was said: the case, what stands, and the question. */
export function openQuestion(
  sentences: readonly Pick<Sentence, "id" | "text">[],
  stands: readonly string[],
  question: Question,
): Conversation {
  const { form } = QUESTION_WORDS;
  const parts = [fenceNote(sentences), form, listOf(QUESTION_WORDS.stands, stands), sayQuestion(question)];
  return [
    { role: "system", text: SYSTEM_WORDS },
    { role: "user", text: parts.filter((part) => part !== "").join("\n\n") },
  ];
}

function sayQuestion({ words, about, corrected, takenBack }: Question): string {
  const parts = [
    listOf(QUESTION_WORDS.corrected, corrected),
    listOf(RERUN_WORDS.takenBack, takenBack),
    listOf(QUESTION_WORDS.about, about),
    `${QUESTION_WORDS.ask} ${onOneLine(words)}`,
    QUESTION_WORDS.answer,
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}
