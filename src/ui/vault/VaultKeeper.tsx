/** Lives as long as the vault is open: follows changes of its cases, and locks it when nobody is there. */

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useEffect } from "react";
import { Button } from "../kit/Button.tsx";
import { LockIcon } from "../kit/icons/signs.tsx";
import { VAULT_KEY, vaultSettingsQuery } from "../queries.ts";
import { useServices } from "../services.ts";
import { vaultText } from "../text/vault.ts";
import { useIdleLock } from "./use-idle-lock.ts";

/** Until the settings are read, the shortest time that anyone gets who has not chosen another. */
const USUAL_MINUTES = 5;

export type VaultKeeperProps = { readonly isTemporary: boolean };

/** A temporary workspace does not lock itself: nothing would be left to open. */
export function VaultKeeper({ isTemporary }: VaultKeeperProps): ReactElement | null {
  useFollowCases();
  return isTemporary ? null : <IdleNotice />;
}

/** A run writes its case several times a second, and every list of the vault would be read anew each time. */
const FOLLOW_EVERY_MS = 400;

/** The first change is followed at once, and the last of many for certain. */
function useFollowCases(): void {
  const { vault } = useServices();
  const queryClient = useQueryClient();
  useEffect(() => {
    let followedMs = Number.NEGATIVE_INFINITY;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = (): void => {
      timer = undefined;
      followedMs = performance.now();
      void queryClient.invalidateQueries({ queryKey: [VAULT_KEY] });
    };
    const stop = vault.subscribeCases(() => {
      const waitMs = followedMs + FOLLOW_EVERY_MS - performance.now();
      if (waitMs <= 0) follow();
      else timer ??= setTimeout(follow, waitMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [vault, queryClient]);
}

function IdleNotice(): ReactElement | null {
  const services = useServices();
  const { data: settings } = useQuery(vaultSettingsQuery(services));
  const minutes = settings?.ok === true ? settings.value.idleMinutes : USUAL_MINUTES;
  const idle = useIdleLock(minutes);
  if (idle.type !== "ending") return null;
  return (
    <div className="fixed inset-x-0 bottom-0 z-50 flex justify-center p-3 sm:p-5 print:hidden">
      <div className="flex w-full max-w-lg flex-wrap items-center gap-3 rounded-panel border border-caution-line bg-raised p-4 shadow-dialog">
        <span className="text-heading text-caution">
          <LockIcon />
        </span>
        <span role="alert" className="sr-only">
          {vaultText.lockingSoonHeard}
        </span>
        <p aria-hidden="true" className="min-w-0 flex-1 basis-48 font-[560] tabular-nums">
          {vaultText.lockingSoon(idle.secondsLeft)}
        </p>
        {/* Any key or movement keeps it open, so pressing it has already done it; it is there for whoever looks for it. */}
        <Button tone="primary">{vaultText.stay}</Button>
      </div>
    </div>
  );
}
