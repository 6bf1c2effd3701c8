/** All installations under way, and a polite word to screen readers when one of them changes its state. */

import { type ReactElement, useEffect, useRef, useState } from "react";
import type { InstallJob, ModelShelf } from "../../contracts/model-shelf.ts";
import { PageSection } from "../kit/PageSection.tsx";
import { shelfErrorText } from "../text/shelf-errors.ts";
import { jobText } from "../text/shelf.ts";
import { JobCard } from "./JobCard.tsx";
import { useJobs } from "./use-shelf.ts";

/** Nothing on the screen while nothing is under way; the live region is there before its first message. */
export function JobList({ shelf }: { readonly shelf: ModelShelf }): ReactElement {
  const jobs = useJobs(shelf);
  const news = useNews(jobs);
  return (
    <>
      <output className="sr-only">{news}</output>
      {jobs.length > 0 && (
        <PageSection title={jobText.title}>
          {jobs.map((job) => (
            <JobCard key={job.id} shelf={shelf} job={job} />
          ))}
        </PageSection>
      )}
    </>
  );
}

/** States are told, amounts are not: they would never end. */
function useNews(jobs: readonly InstallJob[]): string {
  const known = useRef(new Map<string, string>());
  const [news, setNews] = useState("");
  useEffect(() => {
    const changed = jobs.filter(({ id, state }) => known.current.get(id) !== state.type);
    known.current = new Map(jobs.map(({ id, state }) => [id, state.type]));
    if (changed.length > 0) setNews(changed.map(jobWords).join(" "));
  }, [jobs]);
  return news;
}

function jobWords({ name, state }: InstallJob): string {
  const words = `${jobText.label(name, jobText.states[state.type])}.`;
  return state.type === "failed" ? `${words} ${shelfErrorText(state.error).title}` : words;
}
