/** What is said about one row of a computed answer: its points in the unit of its headline, and a note. */
import type { AnswerItem } from "../../domain/argument/explanations/answer.ts";
import type { ComputedAnswer } from "../../domain/questions/question.ts";
import {
  answerText,
  attributionWords,
  badgeWords,
  mustNotMissWords,
  type AnswerHeadline,
  type NameOf,
} from "../text/answers.ts";

type Answered = Extract<ComputedAnswer, { readonly ok: true }>["value"];
type Part = Answered["items"][number]["part"];

/** Headlines whose rows carry log-odds points; those of all others are changes of a strength. */
const IN_POINTS: ReadonlySet<AnswerHeadline["type"]> = new Set(["ledger", "contrast", "stage-walk"]);

/** What a row is called: the node it is about, or what it asks. */
export function nameRow({ part, nodeId }: AnswerItem<Part>, nameOf: NameOf): string {
  if (part.type === "critical-question") return part.question.text;
  return part.type === "must-not-miss" ? part.name : nameOf(nodeId);
}

/** The row's points and note. */
export function sayRow(
  headline: AnswerHeadline,
  { part, points }: AnswerItem<Part>,
  nameOf: NameOf,
): { readonly points: string; readonly note: string } {
  const isPoints =
    IN_POINTS.has(headline.type) && !(headline.type === "ledger" && headline.unit === "energy");
  const said = points === undefined ? "" : isPoints ? answerText.points(points) : answerText.change(points);
  return { points: said, note: sayPart(part, nameOf) };
}

function sayPart(part: Part, nameOf: NameOf): string {
  switch (part.type) {
    case "direct":
      return part.undercut > 0 ? answerText.undercutBy(part.undercut) : "";
    case "through-steps":
      return answerText.throughSteps;
    case "sides":
      return answerText.sides(part.first, part.second);
    case "behind":
      return "attribution" in part ? attributionWords[part.attribution] : "";
    case "rebut":
    case "undermine":
    case "undercut":
      return answerText[part.type];
    case "in-set":
      return answerText.set(part.set);
    case "pivotal":
      return answerText.pivotal;
    case "not-pivotal":
      return answerText.notPivotal;
    case "open-uncertainty":
      return answerText.openUncertainty;
    case "open-question":
      return answerText.openQuestion;
    case "unused-critical-finding":
      return answerText.unusedCritical;
    case "critical":
      return answerText.critical;
    case "must-not-miss":
      return mustNotMissWords[part.state];
    case "option":
      return sayOption(part, nameOf);
    case "critical-question":
      return answerText.questionStates[part.state];
    case "trigger":
      return answerText.trigger;
    default:
      return "";
  }
}

function sayOption(part: Extract<Part, { readonly type: "option" }>, nameOf: NameOf): string {
  const against = part.against.map((id) => nameOf(id)).join(", ");
  const words = badgeWords[part.badge];
  return against === "" ? words : `${words}; ${answerText.against(against)}`;
}
