/** Whether the list of what is out of date is open: any panel may ask for it, one bar shows it. */
import { createContext, use } from "react";
import { invariant } from "../../shared/assert.ts";

export type StaleList = { readonly isOpen: boolean; readonly setOpen: (isOpen: boolean) => void };

export const StaleListContext = createContext<StaleList | undefined>(undefined);

/** Only to be called on the case screen. */
export function useStaleList(): StaleList {
  const list = use(StaleListContext);
  invariant(list !== undefined, "the list of what is out of date was asked for outside a case");
  return list;
}
