/** All downloads under way, and what is said of them aloud: states and quarters, never every percent. */
import type { InstallJob, ModelShelf } from "../contracts/model-shelf.ts";
import type { Announcer } from "./controls.ts";
import { setShown } from "./element.ts";
import { type JobCard, createJobCard } from "./job-card.ts";
import { stateToWords } from "./text/jobs.ts";

export type JobList = { readonly update: (jobs: readonly InstallJob[]) => void };

type Parts = {
  readonly shelf: ModelShelf;
  /** The section, hidden while there is nothing in it. */
  readonly section: HTMLElement;
  readonly list: Element;
  readonly canDownload: () => boolean;
  readonly announce: Announcer;
};

const LOUD: ReadonlySet<InstallJob["state"]["type"]> = new Set([
  "downloading",
  "retrying",
  "paused",
  "failed",
  "done",
]);

/** Cards come and go with their jobs. */
export function createJobList({ shelf, section, list, canDownload, announce }: Parts): JobList {
  const cards = new Map<string, JobCard>();
  const said = new Map<string, string>();
  return {
    update: (jobs) => {
      for (const job of jobs) {
        const card = cards.get(job.id);
        if (card === undefined) {
          const made = createJobCard(shelf, job, canDownload);
          cards.set(job.id, made);
          list.append(made.element);
        } else card.update(job);
        const words = toSay(job);
        if (words !== undefined && said.get(job.id) !== words) {
          said.set(job.id, words);
          announce(words);
        }
      }
      removeGone(cards, said, jobs, section);
      setShown(section, jobs.length > 0);
    },
  };
}

/** A quarter that is reached, or a state that is new. */
function toSay(job: InstallJob): string | undefined {
  const { name, state, doneBytes, totalBytes } = job;
  if (!LOUD.has(state.type)) return undefined;
  if (state.type !== "downloading") return `${name}: ${stateToWords(job)}`;
  const quarter = totalBytes === 0 ? 0 : Math.floor((doneBytes / totalBytes) * 4) * 25;
  return `${name}: ${stateToWords(job)}, ${quarter} %`;
}

/** The focus is not lost with a card. */
function removeGone(
  cards: Map<string, JobCard>,
  said: Map<string, string>,
  jobs: readonly InstallJob[],
  section: HTMLElement,
): void {
  const ids = new Set(jobs.map(({ id }) => id));
  for (const [id, card] of cards) {
    if (ids.has(id)) continue;
    if (card.element.contains(document.activeElement)) section.parentElement?.focus();
    card.element.remove();
    cards.delete(id);
    said.delete(id);
  }
}
