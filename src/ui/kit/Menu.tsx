/** A list of actions behind one button. Arrows, typing, Home and End move; Escape closes. Load it on demand. */

import { cloneElement, useRef, useState } from "react";
import type { AriaAttributes, KeyboardEvent, ReactElement, ReactNode, SyntheticEvent } from "react";
import { Header } from "react-aria-components/Header";
import { Menu as AriaMenu, MenuItem, MenuSection, Popover } from "react-aria-components/Menu";
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

export type MenuListProps = {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  /** Group headings are always heard; a single group needs none on the screen. */
  readonly areGroupLabelsHidden?: boolean;
};

export type MenuProps = MenuListProps & {
  /** A kit button: Button, IconButton or ChipButton. */
  readonly trigger: ReactElement<AriaAttributes>;
};

/** Groups of actions. */
export function Menu({ trigger, ...list }: MenuProps): ReactElement {
  return <MenuButton trigger={trigger}>{(opened) => <MenuList {...list} {...opened} />}</MenuButton>;
}

/** The button of a menu that is open, and how it is closed. */
export type OpenedMenu = {
  readonly button: HTMLButtonElement;
  readonly onClose: () => void;
};

export type MenuButtonProps = Pick<MenuProps, "trigger"> & {
  /** The list of a menu that was opened; nothing of it is asked for before. */
  readonly children: (opened: OpenedMenu) => ReactElement;
};

const OPENING_KEYS: ReadonlySet<string> = new Set(["Enter", " ", "ArrowDown", "ArrowUp"]);

/** Every card of a long dialogue has some, so until it is opened a menu is no more than its button. */
export function MenuButton({ trigger, children }: MenuButtonProps): ReactElement {
  const [button, setButton] = useState<HTMLButtonElement>();
  const open = ({ currentTarget }: SyntheticEvent): void => {
    const pressed = currentTarget.querySelector("button") ?? undefined;
    pressed?.focus();
    setButton(pressed);
  };
  // Before the button hears of it: what its click opens is taken for a screen reader's, and focuses no choice.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!OPENING_KEYS.has(event.key) || event.repeat) return;
    event.preventDefault();
    event.stopPropagation();
    open(event);
  };
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- it has no box; what is pressed is the button in it */}
      <span className="contents" onClick={open} onKeyDownCapture={onKeyDown}>
        {cloneElement(trigger, { "aria-haspopup": "menu", "aria-expanded": button !== undefined })}
      </span>
      {button !== undefined && children({ button, onClose: () => setButton(undefined) })}
    </>
  );
}

/** What a menu holds, below its button. */
export function MenuList(props: MenuListProps & OpenedMenu): ReactElement {
  const { label, groups, areGroupLabelsHidden = false, button, onClose } = props;
  const trigger = useRef(button);
  return (
    <Popover
      isOpen
      trigger="MenuTrigger"
      triggerRef={trigger}
      aria-label={label}
      placement="bottom start"
      offset={6}
      onOpenChange={onClose}
      className={`${FLOATING_CLASS} min-w-56`}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- it was just asked for, and a menu is walked through by arrows */}
      <AriaMenu aria-label={label} autoFocus="first" onClose={onClose} className="p-1.5 outline-none">
        {groups.map((group) => (
          <MenuSection
            key={group.id}
            aria-label={group.label}
            className="not-first:mt-1.5 not-first:border-t not-first:border-line not-first:pt-1.5"
          >
            {!areGroupLabelsHidden && (
              <Header className="px-2 pt-1 pb-1.5 text-fine font-[580] text-ink-faint">{group.label}</Header>
            )}
            {group.actions.map((action) => (
              <MenuChoice key={action.id} action={action} />
            ))}
          </MenuSection>
        ))}
      </AriaMenu>
    </Popover>
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
