/** The addresses of the workbench. The model page is not among them: it is a document of its own at `/models`. */

export type Route =
  | { readonly type: "cases" }
  | { readonly type: "case"; readonly caseId: string }
  | { readonly type: "shelf" }
  | { readonly type: "teach" }
  | { readonly type: "settings" }
  | { readonly type: "about" }
  | { readonly type: "gallery" }
  | { readonly type: "not-found" };

const PLAIN_ROUTES: ReadonlyMap<string, Route> = new Map([
  ["/", { type: "cases" }],
  ["/index.html", { type: "cases" }],
  ["/cases", { type: "cases" }],
  ["/shelf", { type: "shelf" }],
  ["/teach", { type: "teach" }],
  ["/settings", { type: "settings" }],
  ["/about", { type: "about" }],
  ["/gallery", { type: "gallery" }],
]);

/** The route of a path; what the workbench does not know is `not-found`, shown as such. */
export function readRoute(pathname: string): Route {
  const path = pathname.length > 1 ? pathname.replace(/\/$/u, "") : pathname;
  const caseId = /^\/cases\/([^/]+)$/u.exec(path)?.[1];
  if (caseId !== undefined) return readCaseRoute(caseId);
  return PLAIN_ROUTES.get(path) ?? { type: "not-found" };
}

/** Whether a path belongs to this document rather than to a file or to the model page. */
export function isWorkbenchPath(pathname: string): boolean {
  return readRoute(pathname).type !== "not-found";
}

function readCaseRoute(encoded: string): Route {
  try {
    return { type: "case", caseId: decodeURIComponent(encoded) };
  } catch {
    return { type: "not-found" };
  }
}
