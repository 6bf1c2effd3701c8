/** That the end of a record could not be read. Once read it folds into one line, which stays. */

import type { ReactElement } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { CaseRepair } from "../../contracts/vault.ts";
import { timeToWords } from "../common/time-words.ts";
import { Button } from "../kit/Button.tsx";
import { Callout } from "../kit/Callout.tsx";
import { caseText } from "../text/case.ts";
import { toneLabels } from "../text/shell.ts";

export type RepairNoticeProps = { readonly caseId: string; readonly repair: CaseRepair };

/** Which repairs were read in this visit: case ids and times, nothing of what a case says. */
const readRepairs = createStore<ReadonlySet<string>>(() => new Set());

/** Remembered until the page is loaded again; opening the case once more in between does not warn once more. */
export function RepairNotice({ caseId, repair }: RepairNoticeProps): ReactElement {
  const { foundAt, lostRows, keptEvents } = repair;
  const key = `${caseId} ${foundAt}`;
  const isRead = useStore(readRepairs, (read) => read.has(key));
  const setRead = (read: boolean): void =>
    readRepairs.setState(
      (known) => new Set([...known].filter((one) => one !== key).concat(read ? key : [])),
      true,
    );
  const title = caseText.repairTitle(timeToWords(foundAt));
  if (isRead) {
    return (
      <p className="flex flex-wrap items-center gap-x-2 text-small text-ink-soft">
        {title}
        <Button size="small" tone="quiet" onClick={() => setRead(false)}>
          {caseText.repairShow}
        </Button>
      </p>
    );
  }
  return (
    <Callout
      tone="caution"
      toneLabel={toneLabels.caution}
      title={title}
      actions={
        <Button size="small" onClick={() => setRead(true)}>
          {caseText.repairRead}
        </Button>
      }
    >
      {caseText.repairMore(lostRows, keptEvents)}
    </Callout>
  );
}
