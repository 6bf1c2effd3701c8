/** One download on the screen: what it does, how far it is, and what can be pressed. */
import type { InstallJob, ModelShelf } from "../contracts/model-shelf.ts";
import { askToCancel } from "./ask-to-cancel.ts";
import { type Bar, createBar, createButton } from "./controls.ts";
import { element, setShown, setText } from "./element.ts";
import { amountToWords, jobText, stateToWords } from "./text/jobs.ts";

export type JobCard = {
  readonly element: HTMLElement;
  readonly update: (job: InstallJob) => void;
};

type Shelf = Pick<ModelShelf, "pause" | "resume" | "cancel" | "dismiss">;

type Buttons = {
  readonly pause: HTMLButtonElement;
  readonly resume: HTMLButtonElement;
  readonly cancel: HTMLButtonElement;
  readonly dismiss: HTMLButtonElement;
};

/** Made once a job; its buttons stay where they are, so that the focus does. */
export function createJobCard(shelf: Shelf, first: InstallJob, canDownload: () => boolean): JobCard {
  let job = first;
  const buttons = createButtons(shelf, () => job);
  const bar = createBar(job.name);
  const state = element("p", { class: "text-ink-soft" });
  const amount = element("p", { class: "text-small text-ink-soft tabular-nums" });
  const heading = element("h3", { class: "text-lead font-[600]" }, job.name);
  const card = element(
    "li",
    { class: "grid gap-3 rounded-panel border border-line bg-surface px-4 py-4" },
    element("div", { class: "grid gap-0.5" }, heading, state),
    bar.element,
    element(
      "div",
      { class: "flex flex-wrap items-center justify-between gap-x-4 gap-y-3" },
      amount,
      element("div", { class: "flex flex-wrap gap-2" }, ...Object.values(buttons)),
    ),
  );
  const update = (next: InstallJob) => {
    job = next;
    setText(state, next.isElsewhere ? `${stateToWords(next)}. ${jobText.elsewhere}` : stateToWords(next));
    setText(amount, amountToWords(next));
    card.dataset["state"] = next.state.type;
    updateBar(bar, next);
    updateButtons(buttons, next, canDownload());
  };
  update(first);
  return { element: card, update };
}

function createButtons(shelf: Shelf, read: () => InstallJob): Buttons {
  const { id, name } = read();
  const create = (words: string, press: () => void) =>
    createButton(words, press, { label: `${words}: ${name}` });
  return {
    pause: create(jobText.pause, () => shelf.pause(id)),
    resume: create(jobText.resume, () => shelf.resume(id)),
    cancel: create(jobText.cancel, () => {
      const { doneBytes } = read();
      if (doneBytes === 0) shelf.cancel(id);
      else askToCancel(doneBytes, () => shelf.cancel(id));
    }),
    dismiss: create(jobText.dismiss, () => shelf.dismiss(id)),
  };
}

function updateBar(bar: Bar, job: InstallJob): void {
  const { state, doneBytes, totalBytes } = job;
  setShown(bar.element, state.type !== "done");
  bar.set(totalBytes === 0 ? 0 : doneBytes / totalBytes, amountToWords(job));
}

/** A button that takes its leave hands the focus to the one that comes in its place. */
function updateButtons(
  buttons: Buttons,
  { name, state, isElsewhere }: InstallJob,
  canDownload: boolean,
): void {
  const canResume = state.type === "paused" || (state.type === "failed" && state.canResume);
  const isOver = state.type === "done" || state.type === "failed";
  const shown: readonly (keyof Buttons)[] = [
    ...(!canResume && !isOver && state.type !== "checking" ? ["pause" as const] : []),
    ...(canResume && !isElsewhere ? ["resume" as const] : []),
    ...(isOver ? ["dismiss" as const] : ["cancel" as const]),
  ];
  const focused = Object.values(buttons).find((button) => button === document.activeElement);
  const words = state.type === "failed" ? jobText.again : jobText.resume;
  setText(buttons.resume, words);
  buttons.resume.ariaLabel = `${words}: ${name}`;
  buttons.resume.disabled = !canDownload;
  for (const [action, button] of Object.entries(buttons)) {
    const isShown = shown.some((one) => one === action);
    setShown(button, isShown);
  }
  if (focused?.hidden === true) buttons[shown[0] ?? "dismiss"].focus();
}
