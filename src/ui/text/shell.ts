/** Words of the frame around every screen. */

export const shellText = {
  skip: "Skip to content",
  mainNavigation: "Main",
  openCommands: "Search commands",
  openHelp: "Keyboard help",
  loading: "Opening…",
  updateWaits: "A new version is ready.",
  updateAccept: "Reload with the new version",
  updateLater: "Later",
  isOutdated:
    "Curbside was updated in another tab. This tab goes on with the earlier version until you reload it.",
  reload: "Reload",
  intendedUse: "For clinicians and educators. Supports judgement, does not replace it. Not for emergencies.",
} as const;

/** The tone of a notice as a word, for whoever does not see its colour. */
export const toneLabels = {
  info: "Note",
  positive: "Done",
  caution: "Caution",
  critical: "Problem",
  update: "Update",
} as const;

export const routeTitles = {
  cases: "Cases",
  case: "Case",
  shelf: "Models",
  teach: "Teach",
  settings: "Settings",
  about: "About",
  gallery: "Gallery",
  "not-found": "Page not found",
} as const;

export const panelErrorText = {
  title: "This part of the screen stopped working.",
  explanation: "The rest still works and nothing that was saved is lost. Try it again, or reload the page.",
  retry: "Try again",
  outdated:
    "This page belongs to an earlier version of Curbside and a part of it is gone. Reload to get the current one.",
} as const;

export const notFoundText = {
  title: "There is no such page.",
  explanation: "The address may have a typing error, or the page was in another version of Curbside.",
  back: "Go to Cases",
} as const;

/** What stands in the place of the model chip before its code is there, and where that never comes. */
export const engineSlotText = {
  looking: "Model",
  failed: "Model: reload to see it",
} as const;
