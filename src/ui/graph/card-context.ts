/** What all cards on the drawing share; what is a card's own it reads from the desk by its id. */
import { createContext, use, type PointerEvent } from "react";
import type { NodeId } from "../../domain/argument/graph.ts";
import { invariant } from "../../shared/assert.ts";

export type CardContextValue = {
  /** Undefined while nothing is selected, and nothing is dimmed. */
  readonly lit: ReadonlySet<string> | undefined;
  readonly hovered: ReadonlySet<string> | undefined;
  readonly cursor: NodeId | undefined;
  /** How many links lead into a node; none for those without. */
  readonly reasons: ReadonlyMap<NodeId, number>;
  readonly folded: ReadonlyMap<NodeId, number>;
  readonly onFold: (id: NodeId) => void;
  /** Undefined where nothing can be written. */
  readonly onLinkFrom: ((id: NodeId, event: PointerEvent) => void) | undefined;
  /** While a link is being drawn: from where, and what it may point at. */
  readonly linking: { readonly from: NodeId; readonly allows: (id: NodeId) => boolean } | undefined;
};

export const CardContext = createContext<CardContextValue | undefined>(undefined);

/** Only to be called by a card on the drawing. */
export function useCardContext(): CardContextValue {
  const context = use(CardContext);
  invariant(context !== undefined, "a card was rendered outside its drawing");
  return context;
}
