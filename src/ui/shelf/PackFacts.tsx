/** What is known of an installed model, in numbers. */

import type { ReactElement } from "react";
import type { Fit, InstalledPack } from "../../contracts/model-shelf.ts";
import { ENGINE_OF_FORMAT } from "../../workbench/engine-session/session-model.ts";
import { timeToWords } from "../common/time-words.ts";
import { bytesToWords, memoryToWords } from "../text/size-words.ts";
import { useServices } from "../services.ts";
import { packText } from "../text/shelf.ts";

export type PackFactsProps = {
  readonly installed: InstalledPack;
  readonly fit: Fit | undefined;
  /** What it runs with now. */
  readonly contextTokens: number | undefined;
};

/** A small grid: two columns on a phone, three where there is room. */
export function PackFacts({ installed, fit, contextTokens }: PackFactsProps): ReactElement {
  const { engines } = useServices();
  const { pack, bytes, lastUsedAt, verifiedAt } = installed;
  const engine = engines.find(({ id }) => id === ENGINE_OF_FORMAT[pack.format]);
  const context = contextTokens ?? (fit?.type === "fits" ? fit.contextTokens : undefined);
  const facts = [
    [packText.engine, `${engine?.label ?? ""}, ${pack.model.quantisation}`],
    [packText.size, bytesToWords(bytes)],
    [packText.memory, fit?.type === "fits" ? packText.memoryAbout(memoryToWords(fit.neededBytes)) : "–"],
    [
      packText.context,
      context === undefined ? "–" : packText.contextTokens(context, pack.model.contextTokens),
    ],
    [packText.lastUsed, lastUsedAt === undefined ? packText.neverUsed : timeToWords(lastUsedAt)],
    [packText.verified, timeToWords(verifiedAt)],
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 border-t border-line pt-3 text-small sm:grid-cols-3">
      {facts.map(([name, value]) => (
        <div key={name} className="min-w-0">
          <dt className="text-ink-faint">{name}</dt>
          <dd className="break-words tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
