/** The button that prints the case; the sheet is fetched with it. */

import { lazy, Suspense, useRef, useState } from "react";
import type { ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import { PrintIcon } from "../kit/icons/actions.tsx";
import { printText } from "../text/print.ts";

const PrintView = lazy(() => import("./PrintView.tsx").then((file) => ({ default: file.PrintView })));

/** The focus comes back here when it is over. */
export function PrintTool(): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const leave = (): void => {
    setOpen(false);
    // Once the page behind takes the focus again.
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <>
      <Button
        ref={button}
        size="small"
        tone="quiet"
        className="max-sm:gap-0"
        icon={<PrintIcon />}
        onClick={() => setOpen(true)}
      >
        <span className="max-sm:sr-only">{printText.print}</span>
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <PrintView onLeave={leave} />
        </Suspense>
      )}
    </>
  );
}
