/** The table of finding synonyms says of no word that it is two findings. */
import { expect, test } from "vitest";
import { FINDING_SYNONYMS } from "./finding-synonyms.ts";

test("each form stands in one row, in small letters, and each row has at least two", () => {
  const forms = FINDING_SYNONYMS.flat();
  expect(forms.filter((form, at) => forms.indexOf(form) !== at)).toEqual([]);
  expect(forms.filter((form) => !/^[a-z]+(?: [a-z]+)*$/u.test(form))).toEqual([]);
  expect(FINDING_SYNONYMS.filter((row) => row.length < 2)).toEqual([]);
});
