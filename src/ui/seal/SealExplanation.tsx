/** What the seal promises in this very browser, what was seen of it, and what it had to stop. */

import type { ReactElement } from "react";
import { useStore } from "zustand";
import { type Fact, FactList } from "../kit/FactList.tsx";
import { Skeleton } from "../kit/Skeleton.tsx";
import { useServices } from "../services.ts";
import { sealText, sealTierText } from "../text/seal.ts";
import type { SealEvidence } from "../../workbench/seal/seal.ts";

/** The content of the explanation dialog. */
export function SealExplanation(): ReactElement {
  const { seal } = useServices();
  const { evidence, tier, stoppedByDirective } = useStore(seal.store);
  if (evidence === undefined || tier === undefined)
    return <Skeleton label={sealText.lookingLong} lines={4} />;
  const text = sealTierText[tier];
  return (
    <div className="grid gap-5">
      <div className="grid gap-2">
        <p className="text-lead font-[560]">{text.promise}</p>
        <p className="text-ink-soft">{text.limits}</p>
      </div>
      <section className="grid gap-2">
        <h3 className="font-[600]">{sealText.whatWasSeen}</h3>
        <FactList facts={evidenceFacts(evidence)} />
      </section>
      <section className="grid gap-2">
        <h3 className="font-[600]">{sealText.stopped}</h3>
        {stoppedByDirective.size === 0 ? (
          <p>{sealText.stoppedNone}</p>
        ) : (
          <ul className="list-disc ps-5">
            {[...stoppedByDirective].map(([directive, times]) => (
              <li key={directive}>{sealText.stoppedTimes(directive, times)}</li>
            ))}
          </ul>
        )}
        <p className="text-small text-ink-soft">{sealText.stoppedNote}</p>
      </section>
    </div>
  );
}

function evidenceFacts(evidence: SealEvidence): readonly Fact[] {
  return [
    { name: sealText.policyHeader, value: yesOrNo(evidence.hasPolicyHeader) },
    { name: sealText.allowlistHeader, value: yesOrNo(evidence.hasAllowlistHeader) },
    { name: sealText.enforcement, value: yesOrNo(evidence.enforcesAllowlist) },
    { name: sealText.online, value: yesOrNo(evidence.online) },
  ];
}

function yesOrNo(isSo: boolean): string {
  return isSo ? sealText.yes : sealText.no;
}
