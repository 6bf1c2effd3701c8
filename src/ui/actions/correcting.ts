/** Which correction is being written, opened from any panel; there is one at a time, and the others keep their drafts. */
import { createContext, use, useState } from "react";
import type { EdgeId, NodeId, Polarity, TargetId } from "../../domain/argument/graph.ts";
import type { AddableKind, OfferedMove, Way } from "../../domain/argument/offered-moves.ts";
import { invariant } from "../../shared/assert.ts";
import type { LinkFate } from "../../workbench/case-session/polarity-correction.ts";

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
  /** What was typed and not applied yet, by form; forgotten with the case. */
  readonly drafts: Map<string, DraftValues>;
};

export const CorrectingContext = createContext<Correcting | undefined>(undefined);

/** Opens and closes the form; only to be called on the case screen. */
export function useCorrecting(): Correcting {
  const correcting = use(CorrectingContext);
  invariant(correcting !== undefined, "a correction was opened outside a case");
  return correcting;
}

/** The name under which a form's draft is kept. */
export function keyOfForm(form: CorrectionForm): string {
  return JSON.stringify(form);
}

/** Everything that some form asks for; each uses its own part. */
export type DraftValues = {
  readonly kind: AddableKind;
  readonly text: string;
  readonly polarity: Polarity;
  readonly fate: LinkFate | undefined;
  readonly sentence: string | undefined;
  readonly move: OfferedMove | undefined;
  readonly to: TargetId | undefined;
  readonly weight: number;
  readonly base: number | undefined;
};

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
  const { drafts } = useCorrecting();
  const [old] = useState(() => drafts.get(key));
  const [values, setValues] = useState<DraftValues>(() => old ?? { ...EMPTY, ...initial });
  return {
    values,
    isOld: old !== undefined,
    change: (part) => {
      const next = { ...values, ...part };
      drafts.set(key, next);
      setValues(next);
    },
    forget: () => {
      drafts.delete(key);
      setValues({ ...EMPTY, ...initial });
    },
  };
}
