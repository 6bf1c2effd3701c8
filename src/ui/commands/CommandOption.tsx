/** One line of the command palette. */

import type { ReactElement } from "react";
import { Kbd } from "../kit/Kbd.tsx";
import type { Command } from "./command.ts";

export type CommandOptionProps = {
  readonly id: string;
  readonly command: Command;
  readonly isActive: boolean;
  readonly onRun: () => void;
};

/** The keyboard stays in the field; a pointer may still press a line. */
export function CommandOption({ id, command, isActive, onRun }: CommandOptionProps): ReactElement {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the combobox field holds the focus and its keys
    <div
      id={id}
      ref={(line) => {
        if (isActive) line?.scrollIntoView({ block: "nearest" });
      }}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a native option cannot hold keys
      role="option"
      aria-selected={isActive}
      onClick={onRun}
      className="flex min-h-10 cursor-pointer items-center justify-between gap-4 rounded-control px-3 text-ink hover:bg-hover aria-selected:bg-accent-soft"
    >
      {command.label}
      {command.keys !== undefined && <Kbd keys={command.keys} />}
    </div>
  );
}
