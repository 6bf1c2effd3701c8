/** What must be known on every screen: bad days of the surroundings and a waiting update. */

import { useQuery } from "@tanstack/react-query";
import { useState, useSyncExternalStore } from "react";
import type { ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import { Callout } from "../kit/Callout.tsx";
import { storageQuery } from "../queries.ts";
import { useServices } from "../services.ts";
import { conditionTexts } from "../text/conditions.ts";
import { shellText, toneLabels } from "../text/shell.ts";
import { readConditions } from "../../workbench/conditions/conditions.ts";

/** Nothing on a good day. */
export function Notices(): ReactElement {
  const services = useServices();
  const { serviceWorker } = useSyncExternalStore(services.offline.subscribe, services.offline.read);
  const { data: storage } = useQuery(storageQuery(services));
  const conditions = readConditions({
    isSecure: globalThis.isSecureContext,
    serviceWorker,
    database: storage?.database ?? "works",
    usedBytes: storage?.usedBytes ?? 0,
    quotaBytes: storage?.quotaBytes ?? 0,
  });
  return (
    <div className="mb-8 grid gap-3 empty:hidden print:hidden">
      {conditions.map((condition) => {
        const { tone, title, wayOn } = conditionTexts[condition];
        return (
          <Callout key={condition} tone={tone} toneLabel={toneLabels[tone]} title={title} isAlert>
            {wayOn}
          </Callout>
        );
      })}
      <UpdateNotice />
    </div>
  );
}

function UpdateNotice(): ReactElement | null {
  const { offline } = useServices();
  const { updateWaits, isOutdated } = useSyncExternalStore(offline.subscribe, offline.read);
  const [isPutOff, setPutOff] = useState(false);
  if ((!updateWaits && !isOutdated) || isPutOff) return null;
  return (
    <Callout
      tone="info"
      toneLabel={toneLabels.update}
      title={isOutdated ? shellText.isOutdated : shellText.updateWaits}
      actions={
        <>
          <Button onClick={offline.acceptUpdate}>
            {isOutdated ? shellText.reload : shellText.updateAccept}
          </Button>
          <Button tone="quiet" onClick={() => setPutOff(true)}>
            {shellText.updateLater}
          </Button>
        </>
      }
    />
  );
}
