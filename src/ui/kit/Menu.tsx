/** A list of actions behind one button. Arrows, typing, Home and End move; Escape closes. Load it on demand. */

import type { ComponentProps, ReactElement, ReactNode } from "react";
import { Header } from "react-aria-components/Header";
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components/Menu";
import { Pressable } from "react-aria-components/Pressable";
import { Kbd } from "./Kbd.tsx";
import { CHOICE_CLASS, FLOATING_CLASS } from "./overlay-style.ts";

export type MenuAction = {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly shortcut?: readonly string[];
  readonly isDangerous?: boolean;
  readonly isDisabled?: boolean;
  readonly onAction: () => void;
};

export type MenuGroup = {
  readonly id: string;
  readonly label: string;
  readonly actions: readonly MenuAction[];
};

export type MenuProps = {
  /** A kit button: Button, IconButton or ChipButton. */
  readonly trigger: ComponentProps<typeof Pressable>["children"];
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  /** Group headings are always heard; a single group needs none on the screen. */
  readonly areGroupLabelsHidden?: boolean;
};

/** Groups of actions. */
export function Menu({ trigger, label, groups, areGroupLabelsHidden = false }: MenuProps): ReactElement {
  return (
    <MenuTrigger>
      <Pressable>{trigger}</Pressable>
      <Popover placement="bottom start" offset={6} className={`${FLOATING_CLASS} min-w-56`}>
        <AriaMenu aria-label={label} className="p-1.5 outline-none">
          {groups.map((group) => (
            <MenuSection
              key={group.id}
              aria-label={group.label}
              className="not-first:mt-1.5 not-first:border-t not-first:border-line not-first:pt-1.5"
            >
              {!areGroupLabelsHidden && (
                <Header className="px-2 pt-1 pb-1.5 text-fine font-[580] text-ink-faint">
                  {group.label}
                </Header>
              )}
              {group.actions.map((action) => (
                <MenuChoice key={action.id} action={action} />
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function MenuChoice({ action }: { readonly action: MenuAction }): ReactElement {
  const { id, label, icon, shortcut, isDangerous = false, isDisabled = false, onAction } = action;
  return (
    <MenuItem
      id={id}
      textValue={label}
      isDisabled={isDisabled}
      onAction={onAction}
      className={`${CHOICE_CLASS} ${isDangerous ? "text-critical data-focused:bg-critical-soft data-focused:text-critical" : ""}`}
    >
      <span className="grid place-items-center text-[1.05em]">{icon}</span>
      <span>{label}</span>
      {shortcut && <Kbd keys={shortcut} />}
    </MenuItem>
  );
}
