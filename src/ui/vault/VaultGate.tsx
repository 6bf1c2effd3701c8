/** What stands before every screen that shows cases: setting up, unlocking, or saying why neither is possible. */

import { type ReactElement, type ReactNode, Suspense, lazy, useEffect, useRef, useState } from "react";
import type { VaultState } from "../../contracts/vault.ts";
import { focusContent } from "../common/focus-content.ts";
import { useVaultState } from "../common/use-vault.ts";
import { Page } from "../kit/Page.tsx";
import { Skeleton } from "../kit/Skeleton.tsx";
import { vaultFrameText } from "../text/vault-frame.ts";

const FirstRun = lazy(() => import("./FirstRun.tsx").then((file) => ({ default: file.FirstRun })));
const Unlock = lazy(() => import("./Unlock.tsx").then((file) => ({ default: file.Unlock })));
const Unusable = lazy(() => import("./Unusable.tsx").then((file) => ({ default: file.Unusable })));

export type VaultGateProps = {
  /** The heading while the screen itself cannot be shown; never of a case. */
  readonly title: string;
  /** What else a person may begin with where nothing is kept yet. */
  readonly start?: ReactNode;
  readonly children: ReactNode;
};

/** The children are rendered only while there is something to show in them. */
export function VaultGate({ title, start, children }: VaultGateProps): ReactNode {
  const state = useVaultState();
  // The vault is open before its recovery code was kept: setting up ends when the person says so.
  const [isSettingUp, setSettingUp] = useState(false);
  // What was shown of a code is gone when the vault locks in between.
  if (isSettingUp && state.type === "locked") setSettingUp(false);
  useFocusAfterOpening(state.type);
  const isInside = state.type === "open" || state.type === "temporary";
  const waiting = (
    <Page title={title}>
      <Skeleton label={vaultFrameText.looking} lines={4} />
    </Page>
  );
  if (state.type === "looking") return waiting;
  if (isInside && !isSettingUp) return children;
  return (
    <Suspense fallback={waiting}>
      {state.type === "absent" || (state.type === "open" && isSettingUp) ? (
        <FirstRun title={title} start={start} onSettingUp={setSettingUp} />
      ) : (
        <Closed state={state} title={title} />
      )}
    </Suspense>
  );
}

function Closed({
  state,
  title,
}: {
  readonly state: VaultState;
  readonly title: string;
}): ReactElement | null {
  if (state.type === "locked") return <Unlock because={state.because} hasPasskey={state.hasPasskey} />;
  return state.type === "unusable" ? <Unusable title={title} error={state.error} /> : null;
}

/** The field that had the focus is gone: a keyboard goes on where the content begins. */
function useFocusAfterOpening(type: VaultState["type"]): void {
  const last = useRef(type);
  useEffect(() => {
    const wasClosed = last.current === "locked" || last.current === "absent";
    last.current = type;
    if (wasClosed && (type === "open" || type === "temporary")) focusContent();
  }, [type]);
}
