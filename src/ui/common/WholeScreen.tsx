/** Something that takes the whole screen for its time: neither keyboard nor screen reader gets behind it. */

import { type ReactElement, type ReactNode, useEffect, useRef } from "react";
import { createPortal } from "react-dom";

export type WholeScreenProps = {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
  /** It is what paper shows, and nothing of the page behind. */
  readonly isPrinted?: boolean;
};

/** The focus begins on the frame; whoever opened it takes it back. */
export function WholeScreen({
  label,
  className,
  children,
  isPrinted = false,
}: WholeScreenProps): ReactElement {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const release = holdBackPage();
    frame.current?.focus({ preventScroll: true });
    return release;
  }, []);
  return createPortal(
    <div
      ref={frame}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a modal dialog would go below the page once that has the whole screen
      role="dialog"
      aria-modal="true"
      aria-label={label}
      tabIndex={-1}
      data-print-view={isPrinted || undefined}
      className={`fixed inset-0 z-30 bg-canvas text-ink outline-none ${className}`}
    >
      {children}
    </div>,
    document.body,
  );
}

function holdBackPage(): () => void {
  const root = document.querySelector<HTMLElement>("#root");
  if (root !== null) root.inert = true;
  return () => {
    if (root !== null) root.inert = false;
  };
}
