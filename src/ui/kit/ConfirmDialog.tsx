/** "Are you sure?": says what will happen, names both answers with verbs, and puts the focus on the harmless one. */

import type { ReactElement, ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";

export type ConfirmDialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  /** What will happen and whether it can be undone. */
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly cancelLabel: string;
  readonly isDangerous?: boolean;
  readonly isPending?: boolean;
  readonly pendingLabel?: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
};

/** Escape means no. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactElement {
  const { title, isOpen, children, confirmLabel, cancelLabel, onConfirm, onCancel } = props;
  const { isDangerous = false, isPending = false, pendingLabel } = props;
  return (
    <Dialog
      isAlert
      size="small"
      title={title}
      isOpen={isOpen}
      onClose={onCancel}
      closeLabel={cancelLabel}
      actions={
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog moves the focus; the harmless answer gets it */}
          <Button autoFocus onClick={onCancel} disabled={isPending}>
            {cancelLabel}
          </Button>
          <Button
            tone={isDangerous ? "danger" : "primary"}
            isPending={isPending}
            pendingLabel={pendingLabel}
            onClick={onConfirm}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
