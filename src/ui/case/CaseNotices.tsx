/** What must be known of this case: another tab writes it, its end was cut, something is not saved. */

import type { ReactElement } from "react";
import { useStore } from "zustand";
import { useVaultState, useVaultTask } from "../common/use-vault.ts";
import { VaultProblem } from "../common/VaultProblem.tsx";
import { Button } from "../kit/Button.tsx";
import { Callout } from "../kit/Callout.tsx";
import { caseText } from "../text/case.ts";
import { toneLabels } from "../text/shell.ts";
import { RepairNotice } from "./RepairNotice.tsx";
import type { CaseSession } from "../../workbench/case-session/case-session.ts";

export type CaseNoticesProps = { readonly session: CaseSession };

/** Nothing on a good day. */
export function CaseNotices({ session }: CaseNoticesProps): ReactElement {
  const role = useStore(session.store, (live) => live.role);
  const failed = useStore(session.store, ({ saving }) => (saving.type === "failed" ? saving : undefined));
  const repair = useStore(session.store, (live) => live.repair);
  const caseId = useStore(session.store, (live) => live.view.state.caseId);
  const state = useVaultState();
  const canTakeOver = role === "follower" && !(state.type === "open" && state.isReadOnly);
  return (
    <div className="grid gap-3 empty:hidden">
      {repair !== undefined && <RepairNotice caseId={caseId} repair={repair} />}
      {canTakeOver && <FollowerNotice session={session} />}
      {failed !== undefined && (
        <div className="grid gap-2">
          <VaultProblem error={failed.error} />
          <div>
            <Button onClick={() => void session.saveAgain()}>{caseText.saveAgain}</Button>
          </div>
        </div>
      )}
    </div>
  );
}

function FollowerNotice({ session }: CaseNoticesProps): ReactElement {
  const take = useVaultTask(() => session.takeOver());
  return (
    <>
      <Callout
        tone="info"
        toneLabel={toneLabels.info}
        title={caseText.followerTitle}
        actions={
          <Button
            size="small"
            isPending={take.isPending}
            pendingLabel={caseText.takingOver}
            onClick={() => void take.run(undefined)}
          >
            {caseText.takeOver}
          </Button>
        }
      />
      <VaultProblem error={take.error} onRetry={() => void take.run(undefined)} />
    </>
  );
}
