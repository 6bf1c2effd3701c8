/**
 * A window over the page that wants an answer first: focus stays inside, Escape closes it, focus goes back to where
 * it came from. On a narrow screen it is a sheet at the bottom. Load it on demand.
 */

import type { ReactElement, ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { CloseIcon } from "./icons/signs.tsx";
import { IconButton } from "./IconButton.tsx";

export type DialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly closeLabel: string;
  readonly children: ReactNode;
  /** Buttons at the foot, the usual one last. */
  readonly actions?: ReactNode;
  readonly size?: "small" | "medium" | "large" | undefined;
  /** For a question whose answer matters: read out at once, not closed by a press outside. */
  readonly isAlert?: boolean;
};

const SIZES = { small: "sm:max-w-md", medium: "sm:max-w-xl", large: "sm:max-w-4xl" } as const;

const SCRIM_CLASS =
  "fixed inset-0 z-40 flex items-end justify-center bg-scrim transition-opacity duration-150 sm:items-center sm:p-6 " +
  "data-entering:opacity-0 data-exiting:opacity-0 print:static print:bg-transparent";

const SHEET_CLASS =
  "flex max-h-[calc(100dvh-2rem)] w-full flex-col overflow-hidden rounded-t-dialog border border-line bg-raised shadow-dialog " +
  "sm:rounded-dialog contrast-more:border-line-strong forced-colors:border-[CanvasText]";

/** Title, body that scrolls, foot that stays. */
export function Dialog(props: DialogProps): ReactElement {
  const { title, isOpen, onClose, closeLabel, children, actions, size = "medium", isAlert = false } = props;
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={!isAlert}
      className={SCRIM_CLASS}
    >
      <Modal className={`${SHEET_CLASS} ${SIZES[size]}`}>
        <AriaDialog role={isAlert ? "alertdialog" : "dialog"} className="flex min-h-0 flex-col outline-none">
          <header className="flex items-start justify-between gap-4 px-5 pt-4 pb-2 sm:px-6 sm:pt-5">
            <Heading slot="title" level={2} className="pt-1 text-heading">
              {title}
            </Heading>
            {!isAlert && (
              <IconButton
                icon={<CloseIcon />}
                label={closeLabel}
                size="small"
                onClick={onClose}
                className="-me-2"
              />
            )}
          </header>
          <div className="min-h-0 overflow-auto overscroll-contain px-5 pb-5 text-ink-soft sm:px-6">
            {children}
          </div>
          {actions !== undefined && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line bg-sunken/60 px-5 py-3 sm:px-6">
              {actions}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
