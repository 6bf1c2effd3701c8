/** Opens a case for as long as its screen is there, and forgets all of it afterwards. */
import { useCallback, useEffect, useState } from "react";
import type { VaultError } from "../../contracts/vault-error.ts";
import { type Result, ok } from "../../shared/result.ts";
import { toAuthor } from "../common/draft-case.ts";
import { useServices } from "../services.ts";
import { type CaseSession, createCaseSession } from "../../workbench/case-session/case-session.ts";

type Opened = Result<CaseSession, VaultError>;

/** Undefined while it opens. */
export function useCaseSession(caseId: string): {
  readonly opened: Opened | undefined;
  readonly retry: () => void;
} {
  const { vault, newId, now } = useServices();
  const [opened, setOpened] = useState<Opened>();
  // Another number, another attempt.
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isGone = false;
    let session: CaseSession | undefined;
    const open = async (_attempt: number): Promise<void> => {
      const result = await vault.openCase(caseId);
      if (!result.ok) {
        if (!isGone) setOpened(result);
        return;
      }
      session = createCaseSession({ opened: result.value, author: toAuthor(undefined), newId, now });
      if (isGone) await session.close();
      else setOpened(ok(session));
    };
    void open(attempt);
    return () => {
      isGone = true;
      setOpened(undefined);
      void session?.close();
    };
  }, [vault, caseId, newId, now, attempt]);
  return { opened, retry: useCallback(() => setAttempt((count) => count + 1), []) };
}
