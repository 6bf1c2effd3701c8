/** Words of looking back along the record of a case, and what each of its moments is called. */
import type { Moment, MomentEvent, MomentSubject } from "../../domain/record/moments.ts";
import { assertNever } from "../../shared/assert.ts";
import { endWords, kindWords, linkWords, verdictWords } from "./dialogue.ts";

export const timeText = {
  history: "History",
  keys: "Alt with comma steps back, Alt with full stop forward",
  bar: "History of the case",
  slider: "Moment",
  first: "First moment",
  back: "One moment back",
  forward: "One moment forward",
  now: "Return to now",
  atNow: "You see the case as it stands now.",
  place: (place: number, count: number) => `${place} of ${count}`,
  momentAt: (place: number, count: number, words: string) => `${place} of ${count}: ${words}`,
  nothingYet: "Nothing had happened yet",
  notKept: "Answered from the case as it stood then. Nothing is added to the record while you look back.",
  refused: "You are looking back. Return to now to change anything.",
  runUnderWay: "Under way at this moment.",
  runMore: "A run goes on from the case as it stands.",
  past: "You see the case as it stood then. Nothing can be changed here.",
  runGoesOn: "The run goes on meanwhile; nothing of it is lost.",
} as const;

const momentText = {
  textWritten: "The case text was written",
  textCorrected: "The case text was corrected",
  scriptBegan: "The scripted walk-through began",
  runBegan: (model: string) => `A run of ${model} began`,
  stated: "Stated",
  concluded: (text: string) => `Concluded: ${quoted(text)}`,
  unread: "A line that could not be read",
  asked: (text: string) => `Asked: ${quoted(text)}`,
  computed: (text: string) => `Answered from the graph: ${quoted(text)}`,
  modelAnswered: (text: string) => `The model answered: ${quoted(text)}`,
  added: "Added by hand",
  edited: "Edited",
  retracted: "Retracted",
  settled: "Found to still hold",
  marked: "Marked",
  markedAs: (verdict: string) => `Marked as ${verdict.toLowerCase()}`,
  unmarked: "A mark was taken away",
  wholeCase: "the case",
  branchBegan: "A branch began",
  branchFavoured: "A branch was made the favourite",
  tookBack: (words: string) => `Taken back: ${words}`,
  broughtBack: (words: string) => `Brought back: ${words}`,
  aChange: "a change",
} as const;

/** What happened at a moment, in one line. */
export function momentWords({ event, subject, change }: Moment): string {
  if (event.type !== "change-undo" && event.type !== "change-redo") return eventWords(event, subject);
  const words = change === undefined ? momentText.aChange : lowered(eventWords(change, subject));
  return event.type === "change-undo" ? momentText.tookBack(words) : momentText.broughtBack(words);
}

function eventWords(event: MomentEvent, subject: MomentSubject | undefined): string {
  switch (event.type) {
    case "text-revise":
      return event.order <= FIRST_TEXT_ORDER ? momentText.textWritten : momentText.textCorrected;
    case "run-start":
      return event.author.kind === "model"
        ? momentText.runBegan(event.settings.model)
        : momentText.scriptBegan;
    case "statement-close":
      if (event.statement.type === "unread") return momentText.unread;
      if (event.statement.type === "conclusion") return momentText.concluded(event.statement.text);
      return doneTo(eventVerb(event), subject);
    case "run-end":
      return endWords[event.reason].replace(/\.$/u, "");
    case "question-ask":
      return momentText.asked(event.text);
    case "answer-give": {
      const [headline = ""] = event.text.split("\n");
      return event.source === "model" ? momentText.modelAnswered(headline) : momentText.computed(headline);
    }
    case "node-add":
    case "edge-add":
    case "node-edit":
    case "edge-edit":
    case "node-retract":
    case "edge-retract":
    case "stale-settle":
    case "annotation-make":
    case "annotation-change":
      return doneTo(eventVerb(event), subject);
    case "annotation-remove":
      return momentText.unmarked;
    case "branch-start":
      return momentText.branchBegan;
    case "branch-favour":
      return momentText.branchFavoured;
    case "change-undo":
      return momentText.tookBack(momentText.aChange);
    case "change-redo":
      return momentText.broughtBack(momentText.aChange);
    default:
      return assertNever(event);
  }
}

/** What was done to the subject of a moment, without the subject. */
export function doneWords({ event, change }: Moment): string {
  if (event.type === "change-undo")
    return momentText.tookBack(change === undefined ? "" : lowered(eventVerb(change)));
  if (event.type === "change-redo")
    return momentText.broughtBack(change === undefined ? "" : lowered(eventVerb(change)));
  return eventVerb(event);
}

function eventVerb(event: MomentEvent): string {
  switch (event.type) {
    case "node-add":
    case "edge-add":
      return momentText.added;
    case "node-edit":
    case "edge-edit":
      return momentText.edited;
    case "node-retract":
    case "edge-retract":
      return momentText.retracted;
    case "stale-settle":
      return momentText.settled;
    case "annotation-make":
    case "annotation-change": {
      const { verdict } = event.annotation;
      return verdict === undefined ? momentText.marked : momentText.markedAs(verdictWords[verdict]);
    }
    case "annotation-remove":
      return momentText.unmarked;
    default:
      return momentText.stated;
  }
}

/** A case is created and given its text in one go. */
const FIRST_TEXT_ORDER = 2;

function doneTo(done: string, subject: MomentSubject | undefined): string {
  return `${done}: ${subject === undefined ? momentText.wholeCase : subjectWords(subject)}`;
}

/** A step by kind and words; a link as a sentence. */
function subjectWords(subject: MomentSubject): string {
  return subject.type === "node"
    ? `${kindWords[subject.node.kind]} ${quoted(subject.node.text)}`
    : `${quoted(subject.from)} ${linkWords(subject.edge)} ${quoted(subject.to)}`;
}

function quoted(text: string): string {
  return `“${text}”`;
}

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
