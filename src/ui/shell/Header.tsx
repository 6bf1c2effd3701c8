/** The bar at the top of every screen: where you are, where you can go, and how this page is sealed. */

import type { ReactElement, ReactNode } from "react";
import { IconButton } from "../kit/IconButton.tsx";
import { SearchIcon } from "../kit/icons/actions.tsx";
import { KeyboardIcon } from "../kit/icons/places.tsx";
import { Wordmark } from "./Wordmark.tsx";
import { routeTitles, shellText } from "../text/shell.ts";

export type NavigationPlace = "cases" | "shelf" | "teach" | "settings" | "about";

export const PLACES: readonly { readonly place: NavigationPlace; readonly href: string }[] = [
  { place: "cases", href: "/cases" },
  { place: "shelf", href: "/shelf" },
  { place: "teach", href: "/teach" },
  { place: "settings", href: "/settings" },
  { place: "about", href: "/about" },
];

export type HeaderProps = {
  readonly current: NavigationPlace | undefined;
  readonly engineChip: ReactNode;
  readonly privacyChip: ReactNode;
  readonly vaultButton: ReactNode;
  readonly openCommands: () => void;
  readonly openHelp: () => void;
};

/** On a narrow screen the places move to a second row that scrolls sideways; nothing is hidden in a menu. */
export function Header({
  current,
  engineChip,
  privacyChip,
  vaultButton,
  openCommands,
  openHelp,
}: HeaderProps): ReactElement {
  return (
    <header className="border-b border-line bg-surface print:hidden">
      <div className="mx-auto flex max-w-(--frame-width) flex-wrap items-center gap-x-6 px-4 sm:px-6">
        <a href="/cases" className="flex min-h-14 items-center gap-2 text-ink no-underline">
          <Wordmark />
        </a>
        <div className="ms-auto flex flex-wrap items-center justify-end gap-1 sm:order-last">
          {engineChip}
          {privacyChip}
          {vaultButton}
          <IconButton
            label={shellText.openCommands}
            icon={<SearchIcon />}
            shortcut={["Ctrl", "K"]}
            onClick={openCommands}
          />
          <IconButton
            label={shellText.openHelp}
            icon={<KeyboardIcon />}
            shortcut={["Ctrl", "/"]}
            onClick={openHelp}
          />
        </div>
        <nav
          aria-label={shellText.mainNavigation}
          className="-mx-4 w-screen overflow-x-auto px-4 sm:mx-0 sm:w-auto sm:px-0"
        >
          <ul className="flex gap-1">
            {PLACES.map(({ place, href }) => (
              <li key={place}>
                <a
                  href={href}
                  aria-current={place === current ? "page" : undefined}
                  className="relative flex min-h-11 items-center rounded-control px-2.5 text-ink-soft no-underline hover:text-ink aria-[current]:font-[600] aria-[current]:text-ink aria-[current]:after:absolute aria-[current]:after:inset-x-2.5 aria-[current]:after:-bottom-px aria-[current]:after:border-b-2 aria-[current]:after:border-accent sm:min-h-14"
                >
                  {routeTitles[place]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
