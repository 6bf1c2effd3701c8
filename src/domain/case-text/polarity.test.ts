import { expect, test } from "vitest";
import { readPolarity } from "./polarity.ts";

/** Reads the concept between square brackets. */
function read(marked: string): string {
  const start = marked.indexOf("[");
  const end = marked.indexOf("]") - 1;
  const { polarity, person, isPast } = readPolarity(marked.replaceAll(/[[\]]/g, ""), start, end);
  return [polarity, person, ...(isPast ? ["past"] : [])].join(" ");
}

test.each([
  ["There is no [fever]", "absent patient"],
  ["the [fever] suggests infection", "present patient"],
  ["no cough, sputum or [haemoptysis]", "absent patient"],
  ["Denies fevers, chills, night sweats, and unintended [weight loss].", "absent patient"],
  ["No fever, but [cough] persists", "present patient"],
  ["[Fever] and cough were denied.", "absent patient"],
  ["[Pulmonary embolism] was ruled out", "absent patient"],
  ["[Pulmonary embolism] cannot be ruled out", "unknown patient"],
  ["possible [infiltrate]", "unknown patient"],
  ["[gram negative rods]", "present patient"],
  ["gram negative [rods]", "present patient"],
  ["no change in the [effusion]", "present patient"],
  ["[Heart sounds] are normal", "normal patient"],
  ["normal [heart sounds]", "normal patient"],
  ["His mother has [asthma]", "present other"],
  ["Breast cancer: [asthma] in his mother", "present other"],
  ["Her mother had a stroke; she presents with [headache]", "present patient"],
  ["history of [stroke]", "present patient past"],
  ["GI ROS is -ve for [bleeding]", "absent patient"],
  ["niega [fiebre]", "absent patient"],
])("reads %s as %s", (sentence, expected) => {
  expect(read(sentence)).toBe(expected);
});

test("places outside the sentence and sentences without an end are read without complaint", () => {
  const long = "no ".repeat(300_000);
  expect(readPolarity(long, 450_000, 450_002).polarity).toBe("absent");
  expect(readPolarity("", 5, 9).polarity).toBe("present");
  expect(readPolarity("fever", -3, 900).polarity).toBe("present");
});
