/** Words of the vault in the frame around every screen; apart from the others, because they come before the first use. */

export const vaultFrameText = {
  looking: "Looking for the vault on this device",
  lock: "Lock the vault",
  temporaryBanner: "Temporary workspace: nothing is written, and everything is gone when this tab closes.",
  endTemporary: "End the temporary workspace",
  readOnlyBanner: "A newer Curbside wrote this vault. This version only reads it.",
  temporary: "Temporary workspace",
} as const;
