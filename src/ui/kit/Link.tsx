/** A link in running text, underlined: colour alone never marks one. */

import type { ComponentProps, ReactElement } from "react";
import { joinClasses } from "./join-classes.ts";

export type LinkProps = ComponentProps<"a"> & { readonly href: string };

/** A native anchor. */
export function Link({ className, children, ...rest }: LinkProps): ReactElement {
  return (
    <a
      {...rest}
      className={joinClasses(
        "rounded-small text-accent underline decoration-accent-line underline-offset-3 hover:decoration-current",
        className,
      )}
    >
      {children}
    </a>
  );
}
