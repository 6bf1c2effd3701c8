/** The one list of commands; palette, help sheet and shortcuts follow from it. */
import type { Command } from "../ui/commands/command.ts";
import { PLACES } from "../ui/shell/Header.tsx";
import { commandText } from "../ui/text/commands.ts";
import { settingsText } from "../ui/text/settings.ts";
import { routeTitles } from "../ui/text/shell.ts";
import { vaultFrameText } from "../ui/text/vault-frame.ts";
import { THEME_CHOICES, applyThemeChoice } from "../ui/theme-choice.ts";

export type CommandActions = {
  readonly go: (path: string) => void;
  readonly openPalette: () => void;
  readonly openHelp: () => void;
  readonly openSeal: () => void;
  readonly openEngine: () => void;
  /** Absent while there is nothing to lock. */
  readonly lock: (() => void) | undefined;
  readonly isTemporary: boolean;
};

/** No browser uses it, and it is one press on most keyboards. */
export const LOCK_KEYS = ["Ctrl", ";"] as const;

/** Everything that can be done by name, from every screen. */
export function createCommands(actions: CommandActions): readonly Command[] {
  const { lock, isTemporary } = actions;
  const label = isTemporary ? vaultFrameText.endTemporary : vaultFrameText.lock;
  return [
    ...(lock === undefined
      ? []
      : [{ id: "lock", group: "vault", label, keys: LOCK_KEYS, run: lock } satisfies Command]),
    ...PLACES.map(({ place, href }): Command => ({
      id: `go-${place}`,
      group: "go",
      label: commandText.go(routeTitles[place]),
      run: () => actions.go(href),
    })),
    { id: "go-models", group: "go", label: commandText.openModels, run: () => actions.go("/models") },
    ...THEME_CHOICES.map((choice): Command => ({
      id: `theme-${choice}`,
      group: "look",
      label: commandText.theme(settingsText.themes[choice]),
      run: () => applyThemeChoice(choice),
    })),
    {
      id: "palette",
      group: "help",
      label: commandText.openPalette,
      keys: ["Ctrl", "K"],
      run: actions.openPalette,
    },
    { id: "help", group: "help", label: commandText.openHelp, keys: ["Ctrl", "/"], run: actions.openHelp },
    { id: "engine", group: "help", label: commandText.openEngine, run: actions.openEngine },
    { id: "seal", group: "help", label: commandText.openSeal, run: actions.openSeal },
  ];
}
