/** A small panel beside the button that opens it, for an explanation or a few controls. Load it on demand. */

import type { ComponentProps, ReactElement, ReactNode } from "react";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover as AriaPopover } from "react-aria-components/Popover";
import { Pressable } from "react-aria-components/Pressable";
import { FLOATING_CLASS } from "./overlay-style.ts";

export type PopoverProps = {
  /** A kit button: Button, IconButton or ChipButton. */
  readonly trigger: ComponentProps<typeof Pressable>["children"];
  /** What the panel is about. */
  readonly label: string;
  readonly children: ReactNode;
  readonly placement?: "bottom" | "bottom start" | "bottom end" | "top" | "start" | "end" | undefined;
};

/** Escape or a press outside closes it and gives the focus back. */
export function Popover({
  trigger,
  label,
  children,
  placement = "bottom start",
}: PopoverProps): ReactElement {
  return (
    <DialogTrigger>
      <Pressable>{trigger}</Pressable>
      <AriaPopover placement={placement} offset={6} className={`${FLOATING_CLASS} w-88`}>
        <Dialog aria-label={label} className="p-4 outline-none">
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
