/** The desk of the case that is open, for every panel on it. A panel reads by selector, so that it draws only its own. */
import { createContext, use } from "react";
import { useStore } from "zustand/react";
import { invariant } from "../../shared/assert.ts";
import type { Desk } from "../../workbench/desk/desk.ts";
import type { DeskCase } from "../../workbench/desk/desk-case.ts";
import type { DeskFacts } from "../../workbench/desk/desk-facts.ts";
import { isSameTarget, type DeskTarget } from "../../workbench/desk/selection.ts";

export const DeskContext = createContext<Desk | undefined>(undefined);

/** The desk; only to be called below the provider on the case screen. */
export function useDesk(): Desk {
  const desk = use(DeskContext);
  invariant(desk !== undefined, "a panel of a case was rendered outside its desk");
  return desk;
}

/** A part of what follows from the record; drawn again only when that part is another. */
export function useFacts<Part>(select: (facts: DeskFacts) => Part): Part {
  return useStore(useDesk().facts, select);
}

/** A part of the case as it is kept: role, saving, branch. */
export function useCase<Part>(select: (live: DeskCase) => Part): Part {
  return useStore(useDesk().case, select);
}

/** Whether the past is shown: then nothing can be written. */
export function useIsLookingBack(): boolean {
  return useCase(({ lookingAt }) => lookingAt !== undefined);
}

/** Whether this very thing is selected. */
export function useIsSelected(target: DeskTarget): boolean {
  return useStore(useDesk().selection, ({ selected }) => isSameTarget(selected, target));
}
