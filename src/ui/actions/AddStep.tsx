/** A finding or another step of a person's own, added from wherever one stands in the case. */

import { useRef, type ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import { PlusIcon } from "../kit/icons/actions.tsx";
import { correctionText } from "../text/corrections.ts";
import { useCorrecting } from "./correcting.ts";
import { useDeskActions } from "./desk-actions.ts";

/** Only for the tab that writes. */
export function AddStep(): ReactElement | null {
  const { isWritable } = useDeskActions();
  const { open } = useCorrecting();
  const place = useRef<HTMLSpanElement>(null);
  if (!isWritable) return null;
  return (
    <span ref={place}>
      <Button
        size="small"
        icon={<PlusIcon />}
        onClick={() => open({ type: "add", way: "either" }, place.current?.querySelector("button"))}
      >
        {correctionText.addAlone}
      </Button>
    </span>
  );
}
