/** Holds the correction that is being written, for the whole case screen. */

import { Suspense, lazy, useMemo, useRef, useState, type ReactElement, type ReactNode } from "react";
import { CorrectingContext, type Correcting, type CorrectionForm, type DraftValues } from "./correcting.ts";
import { useDeskActions } from "./desk-actions.ts";

const CorrectionPanel = lazy(() =>
  import("./correcting/CorrectionPanel.tsx").then((file) => ({ default: file.CorrectionPanel })),
);

export type CorrectingProviderProps = { readonly children: ReactNode };

/** Only where something can be written; drafts live as long as the case is open. */
export function CorrectingProvider({ children }: CorrectingProviderProps): ReactElement {
  const { isWritable } = useDeskActions();
  const [form, setForm] = useState<CorrectionForm>();
  const [drafts] = useState(() => new Map<string, DraftValues>());
  const trigger = useRef<HTMLElement>(null);
  const correcting = useMemo<Correcting>(
    () => ({
      drafts,
      open: (next, from = null) => {
        if (from !== null) trigger.current = from;
        setForm(next);
      },
      close: () => {
        setForm(undefined);
        trigger.current?.focus();
        trigger.current = null;
      },
    }),
    [drafts],
  );
  return (
    <CorrectingContext value={correcting}>
      {children}
      {form !== undefined && isWritable && (
        <Suspense fallback={null}>
          <CorrectionPanel form={form} />
        </Suspense>
      )}
    </CorrectingContext>
  );
}
