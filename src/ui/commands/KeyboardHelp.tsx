/** The help sheet: every command with its keys, from the one list, then the keys of a case. Fetched on first use. */

import type { ReactElement } from "react";
import { ButtonLink } from "../kit/ButtonLink.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Kbd } from "../kit/Kbd.tsx";
import { commandText } from "../text/commands.ts";
import { keysText } from "../text/keys.ts";
import { CaseKeys } from "./CaseKeys.tsx";
import type { Command, CommandGroup } from "./command.ts";

export type KeyboardHelpProps = { readonly commands: readonly Command[]; readonly onClose: () => void };

const GROUPS = ["help", "vault", "go", "look"] as const satisfies readonly CommandGroup[];

/** Groups in the order of use. */
export function KeyboardHelp({ commands, onClose }: KeyboardHelpProps): ReactElement {
  return (
    <Dialog title={commandText.help} isOpen onClose={onClose} closeLabel={commandText.close}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list longer than the window must scroll by keyboard */}
      <p tabIndex={0}>{commandText.helpLead}</p>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-control bg-accent-soft px-3 py-2">
        <p className="min-w-0 flex-1 basis-56 text-small text-ink">{keysText.tourLead}</p>
        <ButtonLink href="/teach" size="small" onClick={onClose}>
          {keysText.tour}
        </ButtonLink>
      </div>
      {GROUPS.filter((group) => commands.some((command) => command.group === group)).map((group) => (
        <section key={group} className="mt-5 grid gap-1">
          <h3 className="text-small font-[600] text-ink">{commandText.groups[group]}</h3>
          <ul className="divide-y divide-line">
            {commands
              .filter((command) => command.group === group)
              .map((command) => (
                <li key={command.id} className="flex min-h-9 items-center justify-between gap-4 text-ink">
                  {command.label}
                  {command.keys !== undefined && <Kbd keys={command.keys} />}
                </li>
              ))}
          </ul>
        </section>
      ))}
      <CaseKeys />
    </Dialog>
  );
}
