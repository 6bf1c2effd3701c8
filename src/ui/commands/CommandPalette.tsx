/** Everything that can be done, by typing a part of its name. Fetched on first use. */

import { useId, useState } from "react";
import type { KeyboardEvent, ReactElement } from "react";
import { Dialog } from "../kit/Dialog.tsx";
import { PATIENT_TEXT_ATTRIBUTES } from "../kit/patient-text-attributes.ts";
import { commandText } from "../text/commands.ts";
import { type Command, findCommandsByWords } from "./command.ts";
import { CommandOption } from "./CommandOption.tsx";

export type CommandPaletteProps = { readonly commands: readonly Command[]; readonly onClose: () => void };

/** A combobox over an always open list: arrows move, Enter runs, Escape closes. */
export function CommandPalette({ commands, onClose }: CommandPaletteProps): ReactElement {
  const listId = useId();
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const found = findCommandsByWords(commands, typed);
  const run = (command: Command | undefined) => {
    if (command === undefined) return;
    onClose();
    command.run();
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setActive((active + step + found.length) % found.length);
    }
    if (event.key === "Enter") {
      event.preventDefault();
      run(found[active]);
    }
  };
  return (
    <Dialog title={commandText.palette} isOpen onClose={onClose} closeLabel={commandText.close}>
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={found[active] === undefined ? undefined : `${listId}-${found[active].id}`}
        aria-label={commandText.palette}
        placeholder={commandText.placeholder}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the window was opened to type into this field
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={press}
        className="mt-1 min-h-11 w-full rounded-control border border-line-strong bg-surface px-3 text-lead text-ink placeholder:text-ink-faint"
        // A name of a patient is easily typed here by mistake.
        {...PATIENT_TEXT_ATTRIBUTES}
      />
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a native list of options cannot leave the focus in the field */}
      <div id={listId} role="listbox" aria-label={commandText.palette} className="mt-3 grid">
        {found.map((command, index) => (
          <CommandOption
            key={command.id}
            id={`${listId}-${command.id}`}
            command={command}
            isActive={index === active}
            onRun={() => run(command)}
          />
        ))}
      </div>
      <output className="block px-3 py-2 empty:hidden">{found.length === 0 ? commandText.empty : ""}</output>
    </Dialog>
  );
}
