/** The keys of the case screen, part by part. */

import { Fragment, type ReactElement } from "react";
import { Kbd } from "../kit/Kbd.tsx";
import { KEY_GROUPS, keysText, type KeyLine } from "../text/keys.ts";

/** In the order in which a case is read. */
export function CaseKeys(): ReactElement {
  return (
    <>
      {KEY_GROUPS.map(({ id, title, lines }) => (
        <section key={id} className="mt-5 grid gap-1">
          <h3 className="text-small font-[600] text-ink">{title}</h3>
          <ul className="divide-y divide-line">
            {lines.map((line) => (
              <li
                key={line.label}
                className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1 text-ink"
              >
                {line.label}
                <Keys line={line} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Keys({ line: { keys } }: { readonly line: KeyLine }): ReactElement {
  return (
    <span className="flex flex-wrap items-center gap-1 text-fine text-ink-soft">
      {keys.map((together, index) => (
        <Fragment key={together.join("+")}>
          {index > 0 && <span>{keysText.or}</span>}
          <Kbd keys={together} />
        </Fragment>
      ))}
    </span>
  );
}
