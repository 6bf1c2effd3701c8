/** A link that looks like a button: for going somewhere when going there is the action of the page. */

import type { ComponentProps, ReactElement, ReactNode } from "react";
import { buttonClass } from "./button-style.ts";
import type { ButtonSize, ButtonTone } from "./button-style.ts";
import { joinClasses } from "./join-classes.ts";

export type ButtonLinkProps = ComponentProps<"a"> & {
  readonly href: string;
  readonly tone?: ButtonTone | undefined;
  readonly size?: ButtonSize | undefined;
  readonly icon?: ReactNode;
};

/** A native anchor in a button's clothes. */
export function ButtonLink(props: ButtonLinkProps): ReactElement {
  const { tone = "neutral", size = "medium", icon, className, children, ...rest } = props;
  return (
    <a {...rest} className={joinClasses(buttonClass(tone, size), className)}>
      {icon}
      <span>{children}</span>
    </a>
  );
}
