/** Removing a mark, with its undo beside it for as long as nothing else was done. */

import { type ReactElement, useEffect, useRef, useState } from "react";
import { useDeskActions } from "../actions/desk-actions.ts";
import { useCase, useDesk } from "../desk/use-desk.ts";
import { Button } from "../kit/Button.tsx";
import { marksText } from "../text/marks.ts";

export type Removing = {
  readonly remove: (mark: string) => void;
  /** The removal that undo would take back now. */
  readonly undoable: string | undefined;
};

/** Any change after it makes undo mean something else, so the offer goes; the mark is still in the record. */
export function useRemoving(): Removing {
  const desk = useDesk();
  const { settle } = useDeskActions();
  const [removed, setRemoved] = useState<string>();
  const latest = useCase(({ view }) => view.undoStack?.first);
  const remove = async (mark: string): Promise<void> => {
    const written = desk.removeAnnotation(mark);
    if (!(await settle(written))) return;
    const result = await written;
    if (result.ok) setRemoved(result.value[0]?.id);
  };
  return {
    remove: (mark) => void remove(mark),
    undoable: removed !== undefined && removed === latest ? removed : undefined,
  };
}

/** The focus was on a button that is gone, so it goes to the undo. */
export function RemovedNote({ removing }: { readonly removing: Removing }): ReactElement {
  const desk = useDesk();
  const { settle } = useDeskActions();
  const undo = useRef<HTMLButtonElement>(null);
  const { undoable } = removing;
  useEffect(() => {
    if (undoable !== undefined) undo.current?.focus();
  }, [undoable]);
  return (
    <div aria-live="polite">
      {undoable !== undefined && (
        <p className="mb-2 flex items-center justify-between gap-3 rounded-control border border-line bg-sunken px-3 py-1.5 text-small">
          {marksText.removed}
          <Button ref={undo} size="small" onClick={() => void settle(desk.undo())}>
            {marksText.undo}
          </Button>
        </p>
      )}
    </div>
  );
}
