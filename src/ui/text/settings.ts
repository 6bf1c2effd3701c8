/** Words of the Settings screen; its themes are commands as well, so they come with the frame. */

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
