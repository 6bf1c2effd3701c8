/** Words of what is said about room on this device. */

export const storageText = {
  used: "In use",
  cases: "Cases",
  casesUnknown: "Unknown while the vault is closed",
  rest: "Models and the app's own files",
  quota: "Given by the browser",
  persistence: "Kept under pressure",
  persistent: "Yes: the browser will not clear it by itself",
  notPersistent: "Not promised: the browser may clear all of it, cases too, when space runs short",
  evicted: "When space runs short",
  evictedPersistent: "Nothing is cleared. Curbside never removes a case to make room for a model.",
  evictedNotPersistent:
    "The browser clears a whole site at once, so only a backup protects cases. Curbside itself never removes a case to make room for a model.",
  ask: "Ask the browser to keep it",
  asking: "Asking…",
  refused:
    "The browser did not agree this time. It often does once Curbside is installed as an app or visited regularly.",
  database: "Database",
  databaseWorks: "Works",
  databaseRefused: "Refused here",
  failed: "This browser did not answer. Reload the page to ask again.",
} as const;
