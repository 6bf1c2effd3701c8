/** The models that can be had: the one recommended for this device with its reason, the others that fit, and the rest. */

import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useId } from "react";
import type { InstalledPack, JudgedEntry, ModelShelf, Recommendation } from "../../contracts/model-shelf.ts";
import { Skeleton } from "../kit/Skeleton.tsx";
import { memoryToWords } from "../text/size-words.ts";
import { deviceQuery } from "../queries.ts";
import { useServices } from "../services.ts";
import { availableText } from "../text/shelf.ts";
import { AvailableModel } from "./AvailableModel.tsx";
import { ImportCatalogue } from "./ImportCatalogue.tsx";
import { parametersToWords } from "./parameter-words.ts";
import { ShelfProblem } from "./ShelfProblem.tsx";
import { PART_IDS } from "./shelf-parts.ts";
import { catalogueQuery, packsQuery, useJobs } from "./use-shelf.ts";

/** Nothing here is fetched from anywhere but this app's own server. */
export function AvailableModels({ shelf }: { readonly shelf: ModelShelf }): ReactElement {
  const headingId = useId();
  return (
    <section
      id={PART_IDS.available}
      tabIndex={-1}
      aria-labelledby={headingId}
      className="grid max-w-3xl scroll-mt-4 gap-3 outline-none"
    >
      <h2 id={headingId} className="text-heading">
        {availableText.title}
      </h2>
      <p className="max-w-prose text-ink-soft">{availableText.lead}</p>
      <Catalogue shelf={shelf} />
      <ImportCatalogue shelf={shelf} />
    </section>
  );
}

function Catalogue({ shelf }: { readonly shelf: ModelShelf }): ReactElement {
  const { data: report } = useQuery(deviceQuery(useServices()));
  const { data: read } = useQuery(catalogueQuery(shelf, report));
  if (!read) return <Skeleton label={availableText.reading} lines={4} />;
  if (!read.ok) return <ShelfProblem error={read.error} />;
  return <JudgedModels shelf={shelf} recommendation={read.value} />;
}

type JudgedModelsProps = { readonly shelf: ModelShelf; readonly recommendation: Recommendation };

function JudgedModels({ shelf, recommendation }: JudgedModelsProps): ReactElement {
  const { data: listed } = useQuery(packsQuery(shelf));
  const jobs = useJobs(shelf);
  const { judged, best } = recommendation;
  const recommended = judged.find(({ entry }) => entry.id === best);
  const others = judged.filter(({ entry }) => entry.id !== best);
  const show = (one: JudgedEntry, reason?: string) => (
    <li key={one.entry.id}>
      <AvailableModel
        shelf={shelf}
        judged={one}
        reason={reason}
        isInstalled={isInstalled(listed?.ok === true ? listed.value : [], one.entry.id)}
        isUnderWay={jobs.some(({ id, state }) => id === one.entry.id && state.type !== "failed")}
      />
    </li>
  );
  const fitting = others.filter(({ fit }) => fit.type === "fits");
  const notFitting = others.filter(({ fit }) => fit.type !== "fits");
  return (
    <>
      {recommended === undefined ? (
        <p className="max-w-prose">{availableText.noneFits}</p>
      ) : (
        <ul className="grid gap-3">{show(recommended, reasonWords(recommended, recommendation))}</ul>
      )}
      <MoreModels title={availableText.fitting(fitting.length)} entries={fitting} show={show} />
      <MoreModels title={availableText.notFitting(notFitting.length)} entries={notFitting} show={show} />
    </>
  );
}

type MoreModelsProps = {
  readonly title: string;
  readonly entries: readonly JudgedEntry[];
  readonly show: (one: JudgedEntry) => ReactElement;
};

/** Closed at first: a list of twenty hides the one that matters. */
function MoreModels({ title, entries, show }: MoreModelsProps): ReactElement | null {
  if (entries.length === 0) return null;
  return (
    <details className="group">
      <summary className="min-h-10 w-fit cursor-pointer rounded-control py-2 font-[560] text-accent">
        {title}
      </summary>
      <ul className="mt-2 grid gap-3">{entries.map((one) => show(one))}</ul>
    </details>
  );
}

function isInstalled(packs: readonly InstalledPack[], entryId: string): boolean {
  return packs.some(({ pack }) => pack.catalogueId === entryId);
}

function reasonWords({ entry, fit }: JudgedEntry, { memoryBytes }: Recommendation): string {
  const needed = fit.type === "fits" ? fit.neededBytes : entry.memoryBytes;
  const memory = memoryBytes === undefined ? undefined : memoryToWords(memoryBytes);
  return availableText.reason(parametersToWords(entry.parameters), memoryToWords(needed), memory);
}
