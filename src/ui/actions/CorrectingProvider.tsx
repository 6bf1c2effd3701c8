/** Holds the correction that is being written, for the whole case screen. */

import { Suspense, lazy, useEffect, useMemo, useState, type ReactElement, type ReactNode } from "react";
import { useStore } from "zustand/react";
import { useKeepBeforeLeaving } from "../common/use-keep-before-leaving.ts";
import { CorrectingContext, type Correcting, type CorrectionForm } from "./correcting.ts";
import { correctionDraftsOf, keepDrafts, unkeptDrafts } from "./correction-drafts.ts";
import { useDesk } from "../desk/use-desk.ts";
import { useDeskActions } from "./desk-actions.ts";
import { markDraftsOf, putMarkAway } from "./mark-drafts.ts";

const CorrectionPanel = lazy(() =>
  import("./correcting/CorrectionPanel.tsx").then((file) => ({ default: file.CorrectionPanel })),
);

export type CorrectingProviderProps = { readonly children: ReactNode };

type Opened = { readonly form: CorrectionForm; readonly trigger: HTMLElement | null };

/** Only where something can be written. One window at a time is in the corner. */
export function CorrectingProvider({ children }: CorrectingProviderProps): ReactElement {
  const desk = useDesk();
  const { isWritable } = useDeskActions();
  const [opened, setOpened] = useState<Opened>();
  useKeptDrafts();
  useEffect(
    () =>
      markDraftsOf(desk).subscribe(({ shown }) => {
        if (shown !== undefined) setOpened(undefined);
      }),
    [desk],
  );
  const correcting = useMemo<Correcting>(
    () => ({
      open: (form, from) => {
        putMarkAway(desk);
        setOpened((before) => ({ form, trigger: from ?? before?.trigger ?? null }));
      },
      close: () => setOpened(undefined),
    }),
    [desk],
  );
  return (
    <CorrectingContext value={correcting}>
      {children}
      {opened !== undefined && isWritable && (
        <Suspense fallback={null}>
          <CorrectionPanel {...opened} />
        </Suspense>
      )}
    </CorrectingContext>
  );
}

/** As with marks: kept when the case is left, and before the vault locks. */
function useKeptDrafts(): void {
  const desk = useDesk();
  const { isWritable } = useDeskActions();
  const drafts = useStore(correctionDraftsOf(desk));
  const isUnsaved = useStore(
    desk.session.store,
    ({ view }) => unkeptDrafts(desk, drafts, view.state).size > 0,
  );
  const save = () => keepDrafts(desk);
  useKeepBeforeLeaving({ isUnsaved: isUnsaved && isWritable, save, savesWhenHidden: false });
  useEffect(() => () => void keepDrafts(desk), [desk]);
}
