/** Words of commands and their two windows. */

export const commandText = {
  palette: "Commands",
  placeholder: "Type a command or a screen",
  empty: "No command matches. Try another word.",
  help: "Keyboard help",
  helpLead: "Every shortcut, and the same list as the command palette.",
  close: "Close",
  groups: { vault: "Vault", go: "Go to", look: "Appearance", help: "Help" },
  go: (title: string) => `Go to ${title}`,
  theme: (name: string) => `Appearance: ${name}`,
  openPalette: "Open the command palette",
  openHelp: "Show keyboard help",
  openEngine: "Which model answers here?",
  openSeal: "How is this page sealed?",
  openModels: "Go to the model page (separate)",
} as const;
