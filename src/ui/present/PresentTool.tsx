/** The button that presents the case to a room; what is presented is fetched with it. */

import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { ReactElement } from "react";
import { useCase } from "../desk/use-desk.ts";
import { Button } from "../kit/Button.tsx";
import { Icon } from "../kit/icons/Icon.tsx";
import { presentText } from "../text/present.ts";
import { enterFullScreen, leaveFullScreen } from "./full-screen.ts";

const Presentation = lazy(() =>
  import("./Presentation.tsx").then((file) => ({ default: file.Presentation })),
);

/** The focus comes back here when it is over. */
export function PresentTool(): ReactElement {
  const [isPresenting, setPresenting] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // A vault that locks takes the presentation with it, and the screen must not stay taken.
  useEffect(() => leaveFullScreen, []);
  const isEmpty = useCase(({ view }) => view.state.text === undefined && view.state.runs.size === 0);
  return (
    <>
      <Button
        ref={button}
        size="small"
        tone="quiet"
        className="max-sm:gap-0"
        icon={
          <Icon path="M3.5 4.5h17M4.5 4.5v11h15v-11M12 15.5v2M8.5 20.5l3.5-3 3.5 3M10.5 7.8v4.4l3.6-2.2Z" />
        }
        disabled={isEmpty}
        title={isEmpty ? presentText.empty : undefined}
        onClick={() => {
          enterFullScreen();
          setPresenting(true);
        }}
      >
        <span className="max-sm:sr-only">{presentText.present}</span>
      </Button>
      {isPresenting && (
        <Suspense fallback={null}>
          <Presentation
            onLeave={() => {
              leaveFullScreen();
              setPresenting(false);
              // Once the page behind takes the focus again.
              requestAnimationFrame(() => button.current?.focus());
            }}
          />
        </Suspense>
      )}
    </>
  );
}
