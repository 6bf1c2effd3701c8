/** Short messages of the Models screen, one after the other. */
import { useCallback, useState } from "react";
import type { Toast } from "../kit/ToastRegion.tsx";

export type Messages = {
  readonly toasts: readonly Toast[];
  readonly say: (message: string) => void;
  readonly dismiss: (id: string) => void;
};

/** The same words twice are one message. */
export function useMessages(): Messages {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  return {
    toasts,
    say: useCallback((message) => {
      setToasts((before) => [...before.filter(({ id }) => id !== message), { id: message, message }]);
    }, []),
    dismiss: useCallback((gone) => setToasts((before) => before.filter(({ id }) => id !== gone)), []),
  };
}
