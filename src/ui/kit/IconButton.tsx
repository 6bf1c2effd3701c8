/** A button that shows only an icon: its name is required, and a tooltip shows it to whoever can see or hover. */

import { useRef } from "react";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { iconButtonClass } from "./button-style.ts";
import type { ButtonSize, ButtonTone } from "./button-style.ts";
import { joinClasses } from "./join-classes.ts";
import { Kbd } from "./Kbd.tsx";
import { Tooltip } from "./Tooltip.tsx";
import { useTooltip } from "./use-tooltip.ts";

export type IconButtonProps = Omit<ComponentProps<"button">, "children" | "type"> & {
  readonly label: string;
  readonly icon: ReactNode;
  /** The keys that do the same, shown in the tooltip. */
  readonly shortcut?: readonly string[] | undefined;
  readonly tone?: ButtonTone | undefined;
  readonly size?: ButtonSize | undefined;
};

/** The square button. The wrapper has no box; it listens for the tooltip so that the button's own handlers stay free. */
export function IconButton(props: IconButtonProps): ReactElement {
  const { label, icon, shortcut, tone = "quiet", size = "medium", className, ...rest } = props;
  const wrapper = useRef<HTMLSpanElement>(null);
  const { isOpen, hide, trigger } = useTooltip();
  return (
    <span ref={wrapper} className="contents" {...trigger}>
      <button
        {...rest}
        type="button"
        aria-label={label}
        className={joinClasses(iconButtonClass(tone, size), className)}
      >
        {icon}
      </button>
      {isOpen && (
        <Tooltip wrapper={wrapper} onHide={hide}>
          {label}
          {shortcut && <Kbd keys={shortcut} isInverted />}
        </Tooltip>
      )}
    </span>
  );
}
