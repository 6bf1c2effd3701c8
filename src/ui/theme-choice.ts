/** How the person wants the screen to look; "system" follows the device. Nothing about a patient is in here. */

export const THEME_CHOICES = ["system", "light", "dark", "contrast"] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

const STORED_AS = "curbside-theme";

/** The stored choice; anything unreadable counts as "system". */
export function readThemeChoice(): ThemeChoice {
  try {
    const stored = localStorage.getItem(STORED_AS);
    return THEME_CHOICES.find((choice) => choice === stored) ?? "system";
  } catch {
    return "system";
  }
}

/** Shows the choice at once and keeps it where the browser allows. */
export function applyThemeChoice(choice: ThemeChoice): void {
  if (choice === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = choice;
  try {
    localStorage.setItem(STORED_AS, choice);
  } catch {
    // With storage blocked the choice holds until the page is closed.
  }
}
