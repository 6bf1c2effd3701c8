/** Which correction is being written, opened from any panel; there is one at a time, and the others keep their drafts. */
import { createContext, use, useState } from "react";
import { useStore } from "zustand/react";
import type { EdgeId, NodeId, TargetId } from "../../domain/argument/graph.ts";
import type { AddableKind, Way } from "../../domain/argument/offered-moves.ts";
import { invariant } from "../../shared/assert.ts";
import { useDesk } from "../desk/use-desk.ts";
import { correctionDraftsOf, editDraft, forgetDraft, type DraftValues } from "./correction-drafts.ts";

export type CorrectionForm =
  /** A new step, for or against something or by itself; where it was found in the note it cites the sentence. */
  | {
      readonly type: "add";
      readonly way: Way;
      readonly target?: TargetId;
      readonly kind?: AddableKind;
      readonly sentence?: string;
      readonly text?: string;
    }
  /** A link; where it leads is chosen by name when it is not given. */
  | { readonly type: "link"; readonly from: NodeId; readonly to?: TargetId }
  | { readonly type: "polarity"; readonly node: NodeId }
  | { readonly type: "base"; readonly node: NodeId }
  | { readonly type: "edge"; readonly edge: EdgeId };

/** The same value for as long as the case is open: whoever can open a form is not drawn again when one opens. */
export type Correcting = {
  /** Focus goes back to `trigger` when the form is closed. */
  readonly open: (form: CorrectionForm, trigger?: HTMLElement | null) => void;
  readonly close: () => void;
};

export const CorrectingContext = createContext<Correcting | undefined>(undefined);

/** Opens and closes the form; only to be called on the case screen. */
export function useCorrecting(): Correcting {
  const correcting = use(CorrectingContext);
  invariant(correcting !== undefined, "a correction was opened outside a case");
  return correcting;
}

/** The name under which the words of a step are kept while they are corrected. */
export function keyOfText(node: NodeId): string {
  return `text ${node}`;
}

/** The name under which a form's draft is kept. */
export function keyOfForm(form: CorrectionForm): string {
  return JSON.stringify(form);
}

const EMPTY: DraftValues = {
  kind: "finding",
  text: "",
  polarity: "present",
  fate: undefined,
  sentence: undefined,
  move: undefined,
  to: undefined,
  weight: 0.5,
  base: undefined,
};

export type Draft = {
  readonly values: DraftValues;
  readonly change: (part: Partial<DraftValues>) => void;
  readonly forget: () => void;
  /** Whether it was begun before and left. */
  readonly isOld: boolean;
};

/** What is being typed: it outlives the form, so that closing one loses nothing. */
export function useDraft(key: string, initial: Partial<DraftValues>): Draft {
  const desk = useDesk();
  const store = correctionDraftsOf(desk);
  const [isOld] = useState(() => store.getState().has(key));
  const values = useStore(store, (drafts) => drafts.get(key)) ?? { ...EMPTY, ...initial };
  return {
    values,
    isOld,
    change: (part) => editDraft(desk, key, { ...values, ...part }),
    forget: () => forgetDraft(desk, key),
  };
}
