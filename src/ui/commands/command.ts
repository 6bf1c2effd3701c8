/** One thing a person can do by name or by key. Palette, help sheet and shortcuts all read the same list. */

export type CommandGroup = "vault" | "go" | "look" | "help";

export type Command = {
  readonly id: string;
  readonly group: CommandGroup;
  readonly label: string;
  /** Pressed together; "Ctrl" also stands for Command on a Mac. Always with a modifier, so typing never triggers one. */
  readonly keys?: readonly ["Ctrl", string];
  readonly run: () => void;
};

/** The command that a key press asks for. */
export function findCommandByKeys(
  commands: readonly Command[],
  press: {
    readonly key: string;
    readonly ctrlKey: boolean;
    readonly metaKey: boolean;
    readonly altKey: boolean;
  },
): Command | undefined {
  if (!(press.ctrlKey || press.metaKey) || press.altKey) return undefined;
  return commands.find((command) => command.keys?.[1].toLowerCase() === press.key.toLowerCase());
}

/** Commands whose words begin with every word that was typed, best known order kept. */
export function findCommandsByWords(commands: readonly Command[], typed: string): readonly Command[] {
  const wanted = toWords(typed);
  return commands.filter((command) => {
    const words = toWords(command.label);
    return wanted.every((word) => words.some((candidate) => candidate.startsWith(word)));
  });
}

function toWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
