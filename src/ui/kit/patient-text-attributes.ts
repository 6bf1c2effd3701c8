/**
 * What keeps patient text inside the page: browsers send what is typed to spelling, writing-help, autofill and
 * translation services, and writing-help extensions read every field that does not refuse them.
 */

/** Spread last on every control that may hold patient text, so that nothing before it can win. */
export const PATIENT_TEXT_ATTRIBUTES = {
  spellCheck: false,
  autoComplete: "off",
  autoCorrect: "off",
  autoCapitalize: "off",
  translate: "no",
  writingsuggestions: "false",
  "data-gramm": "false",
  "data-enable-grammarly": "false",
  "data-lt-active": "false",
  "data-patient-text": "",
} as const;
