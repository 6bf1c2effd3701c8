/**
 * Short messages at the foot of the window, read out politely, with an undo where there is one. A message that offers
 * an action stays until it is used or dismissed: nobody loses an undo to a clock.
 */

import { useEffect, useState } from "react";
import type { ReactElement, ReactNode } from "react";
import { Button } from "./Button.tsx";
import { CloseIcon } from "./icons/signs.tsx";
import { IconButton } from "./IconButton.tsx";

export type Toast = {
  readonly id: string;
  readonly message: string;
  readonly icon?: ReactNode;
  readonly action?: ToastAction;
  /** For what can be done elsewhere too: such a message passes. */
  readonly shortcuts?: readonly ToastAction[];
};

type ToastAction = { readonly label: string; readonly onAction: () => void };

export type ToastRegionProps = {
  /** The name of the region, such as "Messages". */
  readonly label: string;
  readonly toasts: readonly Toast[];
  readonly dismissLabel: string;
  readonly onDismiss: (id: string) => void;
};

const LIFETIME_MS = 8000;

/** Mount it once and keep it: a live region must be there before its first message. */
export function ToastRegion({ label, toasts, dismissLabel, onDismiss }: ToastRegionProps): ReactElement {
  return (
    <section
      aria-label={label}
      // Tells React Aria to leave it reachable, and not to count a press on it as outside, while a dialog is open.
      data-react-aria-top-layer
      className="pointer-events-none fixed inset-x-0 bottom-0 z-60 flex justify-center p-3 sm:p-5 print:hidden"
    >
      <ol aria-live="polite" aria-relevant="additions" className="grid w-full max-w-xl gap-2">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} dismissLabel={dismissLabel} onDismiss={onDismiss} />
        ))}
      </ol>
    </section>
  );
}

function ToastCard(props: {
  readonly toast: Toast;
  readonly dismissLabel: string;
  readonly onDismiss: (id: string) => void;
}): ReactElement {
  const { toast, dismissLabel, onDismiss } = props;
  const [isHeld, setIsHeld] = useState(false);
  const isPassing = toast.action === undefined && !isHeld;
  useEffect(() => {
    if (!isPassing) return undefined;
    const timer = setTimeout(() => onDismiss(toast.id), LIFETIME_MS);
    return () => clearTimeout(timer);
  }, [isPassing, onDismiss, toast.id]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only holds the clock while it is read
    <li
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
      className="pointer-events-auto flex flex-wrap items-center justify-end gap-x-3 gap-y-1 rounded-panel border border-line bg-raised py-2 ps-4 pe-2 shadow-dialog contrast-more:border-line-strong forced-colors:border-[CanvasText]"
    >
      {toast.icon}
      <span className="min-w-0 flex-1 basis-52 py-1">{toast.message}</span>
      {[...(toast.action === undefined ? [] : [toast.action]), ...(toast.shortcuts ?? [])].map((action) => (
        <Button
          key={action.label}
          size="small"
          onClick={() => {
            action.onAction();
            onDismiss(toast.id);
          }}
        >
          {action.label}
        </Button>
      ))}
      <IconButton
        icon={<CloseIcon />}
        label={dismissLabel}
        size="small"
        onClick={() => onDismiss(toast.id)}
      />
    </li>
  );
}
