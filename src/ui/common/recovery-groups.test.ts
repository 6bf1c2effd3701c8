import * as fc from "fast-check";
import { expect, test } from "vitest";
import { askedGroups, isSameGroup } from "./recovery-groups.ts";

const CODE = "0A1B-2C3D-4E5F-6G7H-8J9K-MNPQ-RSTV";

test("asks for two different groups that the code has, in reading order", () => {
  const group = fc.string({
    unit: fc.constantFrom(...Array.from("0123456789ABCDEFGHJKMNPQRSTVWXYZ")),
    minLength: 4,
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.array(group, { minLength: 7, maxLength: 7 }), (groups) => {
      const [first, second] = askedGroups(groups.join("-"));
      expect(first).toBeLessThan(second);
      expect(second).toBeLessThan(7);
      expect(first).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("reads a group as a person copies it, and takes no other group for it", () => {
  expect(isSameGroup(CODE, 0, " oa1b ")).toBe(true);
  expect(isSameGroup(CODE, 0, "OAlB")).toBe(true);
  expect(isSameGroup(CODE, 0, "2C3D")).toBe(false);
  expect(isSameGroup(CODE, 0, "")).toBe(false);
});
