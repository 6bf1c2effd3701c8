/** Words of the About screen. */

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
