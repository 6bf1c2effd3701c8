/** One model of the catalogue, with everything needed to decide before a byte is fetched. */

import type { ReactElement } from "react";
import type { CatalogueEntry, JudgedEntry, ModelShelf } from "../../contracts/model-shelf.ts";
import { Button } from "../kit/Button.tsx";
import { Chip } from "../kit/Chip.tsx";
import { Link } from "../kit/Link.tsx";
import { bytesToWords, memoryToWords } from "../text/size-words.ts";
import { shelfErrorText } from "../text/shelf-errors.ts";
import { availableText, packText } from "../text/shelf.ts";

export type AvailableModelProps = {
  readonly shelf: ModelShelf;
  readonly judged: JudgedEntry;
  /** Why this is the one to take; absent for all others. */
  readonly reason?: string | undefined;
  readonly isInstalled: boolean;
  readonly isUnderWay: boolean;
};

/** A model that does not fit says why in numbers, and offers nothing to press. */
export function AvailableModel(props: AvailableModelProps): ReactElement {
  const { judged, reason } = props;
  const { entry, fit } = judged;
  return (
    <article
      aria-label={entry.name}
      data-recommended={reason !== undefined || undefined}
      className="grid gap-3 rounded-panel border border-line bg-surface p-4 data-recommended:border-accent-line data-recommended:bg-accent-soft"
    >
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="grid min-w-0 gap-1">
          <h3 className="font-[600] break-words">{entry.name}</h3>
          {reason !== undefined && (
            <span>
              <Chip tone="accent">{availableText.recommended}</Chip>
            </span>
          )}
        </div>
        <EntryAction {...props} />
      </div>
      {reason !== undefined && <p className="max-w-prose">{reason}</p>}
      {fit.type === "does-not-fit" && (
        <p className="max-w-prose font-[540] text-caution">{shelfErrorText(fit.error).title}</p>
      )}
      <EntryFacts judged={judged} />
    </article>
  );
}

/** What is pinned and lies on this app's server is installed from here; model hosts are the model page's. */
function EntryAction({ shelf, judged, isInstalled, isUnderWay }: AvailableModelProps): ReactElement | null {
  const { entry, fit } = judged;
  if (isInstalled) return <Chip tone="positive">{availableText.isInstalled}</Chip>;
  if (isUnderWay) return <Chip tone="info">{availableText.installing}</Chip>;
  if (fit.type !== "fits") return null;
  if (entry.files.length === 0)
    return <span className="max-w-56 text-small text-ink-soft">{availableText.notPinned}</span>;
  if (isElsewhere(entry))
    return (
      <Link href="/models" className="text-small">
        {availableText.fromModelPage}
      </Link>
    );
  return (
    <Button size="small" onClick={() => shelf.installEntry(entry)}>
      {availableText.install}
    </Button>
  );
}

function isElsewhere({ address }: CatalogueEntry): boolean {
  return /^https?:/u.test(address) && new URL(address).origin !== location.origin;
}

function EntryFacts({ judged: { entry, fit } }: Pick<AvailableModelProps, "judged">): ReactElement {
  const size = bytesToWords(entry.roughBytes);
  const exact = entry.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const facts: (readonly [string, string])[] = [
    [availableText.size, exact > 0 ? bytesToWords(exact) : availableText.about(size)],
    [
      availableText.memory,
      availableText.about(memoryToWords(fit.type === "fits" ? fit.neededBytes : entry.memoryBytes)),
    ],
    [
      availableText.context,
      fit.type === "fits" ? packText.contextTokens(fit.contextTokens, entry.contextTokens) : "–",
    ],
    [availableText.thinking, availableText.thinkings[entry.thinking]],
    [availableText.licence, entry.licence],
    [availableText.knownOf, entry.knownOf === "" ? availableText.knownNothing : entry.knownOf],
  ];
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-2 text-small sm:grid-cols-3">
      {facts.map(([name, value]) => (
        <div key={name} className="min-w-0">
          <dt className="text-ink-faint">{name}</dt>
          <dd className="break-words tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
