/** What is out of date and the branches of the case, in one slim bar; nothing while there is neither. */

import type { ReactElement } from "react";
import { useFacts } from "../desk/use-desk.ts";
import { hintOf } from "../text/hints.ts";
import { branchText } from "../text/branches.ts";
import { Hint } from "../kit/Hint.tsx";
import { Lanes } from "./Lanes.tsx";
import { StaleSteps } from "./StaleSteps.tsx";

/** Stands where it is while branches are switched. */
export function BranchBar(): ReactElement | null {
  const stale = useFacts(({ branch }) => branch?.stale.size ?? 0);
  const branches = useFacts(({ live }) => live.view.state.branches.size);
  if (stale === 0 && branches < 2) return null;
  return (
    <section
      aria-label={branchText.region}
      className="grid grid-cols-1 gap-2 rounded-panel border border-line bg-surface px-4 py-2"
    >
      {stale > 0 && <StaleSteps count={stale} />}
      {branches > 1 && (
        <div className="flex items-start gap-1">
          <div className="min-w-0 flex-1">
            <Lanes />
          </div>
          <Hint {...hintOf("branch")} />
        </div>
      )}
    </section>
  );
}
