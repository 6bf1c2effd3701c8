/** Opens a case with its desk and its runs for as long as its screen is there, and forgets all of it afterwards. */
import { useCallback, useEffect, useState } from "react";
import type { VaultError } from "../../contracts/vault-error.ts";
import type { RecordEvent } from "../../domain/record/events.ts";
import { type Result, ok } from "../../shared/result.ts";
import { type CaseRun, createCaseRun } from "../../workbench/case-run/case-run.ts";
import { createCaseSession } from "../../workbench/case-session/case-session.ts";
import { prepareRecord, type PreparedRecord } from "../../workbench/case-session/prepare-record.ts";
import { createDesk, type Desk } from "../../workbench/desk/desk.ts";
import { activeProfile, toAuthor } from "../common/draft-case.ts";
import { useServices } from "../services.ts";

export type OpenCaseParts = { readonly desk: Desk; readonly caseRun: CaseRun };

type Opened = Result<OpenCaseParts, VaultError>;

/** Undefined while it opens. */
export function useOpenCase(caseId: string): {
  readonly opened: Opened | undefined;
  readonly retry: () => void;
} {
  const { vault, newId, now, nextFrame, openRunSource } = useServices();
  const [opened, setOpened] = useState<Opened>();
  // Another number, another attempt.
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isGone = false;
    let parts: OpenCaseParts | undefined;
    const open = async (_attempt: number): Promise<void> => {
      let prepared: PreparedRecord | undefined;
      const prepare = (events: readonly RecordEvent[]): void => {
        prepared = isGone ? undefined : prepareRecord(events);
      };
      const [result, settings] = await Promise.all([vault.openCase(caseId, prepare), vault.readSettings()]);
      if (!result.ok) {
        if (!isGone) setOpened(result);
        return;
      }
      const author = toAuthor(settings.ok ? activeProfile(settings.value) : undefined);
      const session = createCaseSession({ opened: result.value, prepared, author, newId, now });
      const desk = createDesk({ session, newId, nextFrame });
      parts = { desk, caseRun: createCaseRun({ desk, openSource: openRunSource }) };
      if (isGone) await close(parts);
      else setOpened(ok(parts));
    };
    void open(attempt);
    return () => {
      isGone = true;
      setOpened(undefined);
      if (parts !== undefined) void close(parts);
    };
  }, [vault, caseId, newId, now, nextFrame, openRunSource, attempt]);
  return { opened, retry: useCallback(() => setAttempt((count) => count + 1), []) };
}

/** What was said is with the record before the record is let go. */
async function close({ desk, caseRun }: OpenCaseParts): Promise<void> {
  await caseRun.close();
  await desk.close();
}
