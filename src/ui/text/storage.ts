/** Words of what is said about room on this device. */

export const storageText = {
  used: "In use",
  quota: "Given by the browser",
  persistence: "Kept under pressure",
  persistent: "Yes: the browser will not clear it by itself",
  notPersistent: "Not promised: the browser may clear it when space runs short",
  ask: "Ask the browser to keep it",
  asking: "Asking…",
  refused:
    "The browser did not agree this time. It often does once Curbside is installed as an app or visited regularly.",
  database: "Database",
  databaseWorks: "Works",
  databaseRefused: "Refused here",
  failed: "This browser did not answer. Reload the page to ask again.",
} as const;
