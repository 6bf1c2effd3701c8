/**
 * A button with words. Native, so the shell can use it before any library is loaded. While pending it keeps its
 * focus and its place, ignores presses and says what it is doing.
 */

import type { ComponentProps, MouseEvent, ReactElement, ReactNode } from "react";
import { buttonClass } from "./button-style.ts";
import type { ButtonSize, ButtonTone } from "./button-style.ts";
import { joinClasses } from "./join-classes.ts";
import { Spinner } from "./Spinner.tsx";

export type ButtonProps = ComponentProps<"button"> & {
  readonly tone?: ButtonTone | undefined;
  readonly size?: ButtonSize | undefined;
  /** Drawn before the words. */
  readonly icon?: ReactNode;
  /** Drawn after the words, such as the chevron of a menu. */
  readonly endIcon?: ReactNode;
  readonly isPending?: boolean | undefined;
  /** The words while pending, such as "Saving…". */
  readonly pendingLabel?: string | undefined;
};

/** The plain button; `type` is "button" unless told otherwise, so that it never submits by accident. */
export function Button(props: ButtonProps): ReactElement {
  const {
    tone = "neutral",
    size = "medium",
    icon,
    endIcon,
    isPending = false,
    pendingLabel,
    ...native
  } = props;
  const { className, children, onClick, type = "button", ...rest } = native;
  const press = (event: MouseEvent<HTMLButtonElement>): void => {
    if (isPending) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      // oxlint-disable-next-line react/button-has-type -- always one of the three; the default is "button"
      type={type}
      onClick={press}
      aria-disabled={isPending || undefined}
      aria-busy={isPending || undefined}
      className={joinClasses(buttonClass(tone, size), className)}
    >
      {isPending ? <Spinner /> : icon}
      <span>{isPending ? (pendingLabel ?? children) : children}</span>
      {endIcon}
    </button>
  );
}
