import { expect, test } from "vitest";
import { isWorkbenchPath, readRoute } from "./routes.ts";

test.each([
  ["/", { type: "cases" }],
  ["/cases", { type: "cases" }],
  ["/cases/", { type: "cases" }],
  ["/cases/adrenal-crisis", { type: "case", caseId: "adrenal-crisis" }],
  ["/cases/a%20b", { type: "case", caseId: "a b" }],
  ["/cases/%E0%A4%A", { type: "not-found" }],
  ["/cases/a/b", { type: "not-found" }],
  ["/shelf", { type: "shelf" }],
  ["/nowhere", { type: "not-found" }],
])("%s", (path, route) => {
  expect(readRoute(path)).toEqual(route);
});

test("the model page is another document", () => {
  expect(isWorkbenchPath("/models")).toBe(false);
  expect(isWorkbenchPath("/about")).toBe(true);
});
