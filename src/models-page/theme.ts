/** The appearance that was chosen in the workbench's settings counts here too. */
export function applyTheme(): void {
  const theme = readTheme();
  if (theme !== null && theme !== "system") document.documentElement.dataset["theme"] = theme;
}

function readTheme(): string | null {
  try {
    return localStorage.getItem("curbside-theme");
  } catch {
    return null;
  }
}
