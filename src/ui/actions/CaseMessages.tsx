/** Short messages of the case screen: why something was refused, and what a change did. */

import type { ReactElement } from "react";
import { useDesk } from "../desk/use-desk.ts";
import { CautionIcon, InfoIcon } from "../kit/icons/signs.tsx";
import { type Toast, ToastRegion } from "../kit/ToastRegion.tsx";
import { correctionText } from "../text/corrections.ts";
import { dialogueText } from "../text/dialogue.ts";
import { useDeskActions } from "./desk-actions.ts";
import { useStaleList } from "./stale-list.ts";
import { type Effect, useEffects } from "./use-effects.ts";
import { useRerun } from "./use-rerun.ts";

export type CaseMessagesProps = {
  readonly problem: string | undefined;
  readonly onDismiss: () => void;
};

/** A problem comes before an effect; both are read out politely. */
export function CaseMessages({ problem, onDismiss }: CaseMessagesProps): ReactElement {
  const { effect, putAway } = useEffects(useDesk());
  const shortcuts = useShortcuts();
  const toasts: readonly Toast[] = [
    ...(problem === undefined ? [] : [{ id: problem, message: problem, icon: <CautionIcon /> }]),
    ...(effect === undefined ? [] : [toToast(effect, shortcuts)]),
  ];
  return (
    <ToastRegion
      label={correctionText.effects}
      dismissLabel={dialogueText.dismiss}
      toasts={toasts}
      onDismiss={(id) => (id === problem ? onDismiss() : putAway())}
    />
  );
}

type Shortcuts = NonNullable<Toast["shortcuts"]>;

/** The bar above the panels offers the same for as long as something is out of date. */
function useShortcuts(): Shortcuts {
  const { settle, isWritable } = useDeskActions();
  const { setOpen } = useStaleList();
  const { rerun } = useRerun(settle);
  const show = { label: correctionText.showThem, onAction: () => setOpen(true) };
  if (rerun === undefined || !isWritable) return [show];
  return [show, { label: correctionText.runAgain, onAction: rerun }];
}

function toToast({ id, words, isStale }: Effect, shortcuts: Shortcuts): Toast {
  return { id, message: words, icon: <InfoIcon />, ...(isStale ? { shortcuts } : {}) };
}
