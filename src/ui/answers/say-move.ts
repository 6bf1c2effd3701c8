/** A strength before and after in one line: "open → supported (0.51 → 0.66)", or one word where it stayed the same. */
import { strengthWord } from "../../domain/argument/strength/words.ts";
import { answerText, strengthWords } from "../text/answers.ts";

/** The words of both, and both numbers. */
export function sayMove(before: number, after: number): string {
  const [first, second] = [strengthWords[strengthWord(before)], strengthWords[strengthWord(after)]];
  const words = first === second ? first : answerText.fromTo(first, second);
  return `${words} (${answerText.fromTo(before.toFixed(2), after.toFixed(2))})`;
}
