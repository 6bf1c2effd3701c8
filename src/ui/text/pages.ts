/** Words of the screens, one object a screen. */

export const casesText = {
  title: "Cases",
  lead: "Every case stays on this device.",
  emptyTitle: "No cases on this device yet",
  emptyExplanation:
    "This version of Curbside has no encrypted vault yet, so it does not take patient text. Until it does, there is nothing here that could leak.",
  emptyAction: "See the teaching cases",
  emptySecond: "Check this device",
} as const;

export const caseText = {
  title: "Case",
  missingTitle: "This case is not on this device",
  missingExplanation:
    "Cases never travel with an address: a link opens a case only on the device that holds it. This version of Curbside cannot keep cases yet.",
  back: "Go to Cases",
} as const;

export const shelfText = {
  title: "Models",
  lead: "A model runs on this device or not at all. Nothing about a case is sent anywhere to be answered.",
  installed: "Installed models",
  installedNone: "No model is installed",
  installedNoneExplanation:
    "This version contains no engine that could run one yet. The Models page will list what is installed, how large it is and when it was last used.",
  getModels: "Open the model page",
  getModelsNote:
    "Downloads happen on a page of their own, the only one that may reach model hosts. It cannot see a case.",
  device: "This device",
  reading: "Looking at this device…",
  gpu: "Graphics processor",
  gpuMissing: "This browser has no WebGPU. A current Chrome or Edge on a desktop computer has it.",
  gpuRefused:
    "WebGPU is there, but no graphics adapter answered. Switch on graphics acceleration in the browser's settings, update the graphics driver, then reload.",
  gpuUnnamed: "Adapter without a name",
  halfPrecision: "Half-precision kernels (shader-f16)",
  halfPrecisionNo: "No: only models built for 32-bit kernels would run",
  largestBuffer: "Largest single buffer",
  threads: "Processor threads",
  isolation: "Several threads for models on the processor",
  isolationNo: "No: this address does not isolate the page",
  yes: "Yes",
  room: "Room for models and cases",
} as const;

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

export const teachText = {
  title: "Teach",
  lead: "Walk a group through a case: commit first, then look at the reasoning.",
  caution: "Synthetic cases, not clinically reviewed. Not for patient care.",
  emptyTitle: "The teaching cases could not be opened",
  emptyExplanation: "They are part of the app. Reload the page; if they stay away, start Curbside again.",
  notPlayable:
    "Presenting and questioning them arrives with the workbench; this version shows what they are.",
  show: "Read the story",
  hide: "Close the story",
} as const;

export const settingsText = {
  title: "Settings",
  appearance: "Appearance",
  themes: {
    system: "As the device",
    light: "Light",
    dark: "Dark",
    contrast: "High contrast",
  },
  storage: "Storage on this device",
  offline: "Offline use",
  offlineStates: {
    starting: "Getting ready…",
    works: "Ready: Curbside starts and works with the network off.",
    missing: "This browser cannot keep the app for offline use.",
    failed: "Keeping the app for offline use failed. Reload to try again.",
    "not-used": "Switched off in this development build.",
  },
  privacy: "Privacy",
  privacyNote: "There is no telemetry to switch off: Curbside contains none.",
} as const;

export const aboutText = {
  title: "About Curbside",
  lead: "A workbench where clinicians question, annotate and correct the clinical reasoning of a model that runs on their own device.",
  intendedTitle: "Intended use",
  intended: [
    "For clinicians and clinical educators, to examine how a conclusion was reached and to teach reasoning.",
    "It supports a clinician's judgement and does not replace it. Verify every statement against the sources.",
    "Not for time-critical decisions, not for images or signals, not for patients' own use.",
  ],
  truthTitle: "What it never claims",
  truths: [
    "A strength is not a probability of disease.",
    "A model's stated reasons are not its true inner cause.",
    "A clean identifier check does not make a note anonymous.",
  ],
  buildTitle: "This build",
  version: "Version",
  build: "Build",
  engines: "Engines in this build",
  enginesNone: "None yet",
  licence: "Curbside is open source under the Apache License 2.0.",
  failed: "The version could not be read. Reload the page to try again.",
} as const;

export const commandText = {
  palette: "Commands",
  placeholder: "Type a command or a screen",
  empty: "No command matches. Try another word.",
  help: "Keyboard help",
  helpLead: "Every shortcut, and the same list as the command palette.",
  close: "Close",
  groups: { go: "Go to", look: "Appearance", help: "Help" },
  go: (title: string) => `Go to ${title}`,
  theme: (name: string) => `Appearance: ${name}`,
  openPalette: "Open the command palette",
  openHelp: "Show keyboard help",
  openSeal: "How is this page sealed?",
  openModels: "Go to the model page (separate)",
} as const;
