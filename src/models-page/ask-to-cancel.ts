/** Asks before something that took hours to fetch is deleted. */
import { createButton } from "./controls.ts";
import { element } from "./element.ts";
import { bytesToWords } from "./sizes.ts";
import { jobText } from "./text/jobs.ts";

/** Escape and the first button keep it. */
export function askToCancel(doneBytes: number, onConfirm: () => void): void {
  const title = element("h2", { id: "cancel-title", class: "text-heading" }, jobText.cancelTitle);
  const keep = createButton(jobText.keep, () => dialog.close());
  const confirm = createButton(
    jobText.cancelForGood,
    () => {
      dialog.close();
      onConfirm();
    },
    { tone: "danger" },
  );
  const dialog = element(
    "dialog",
    {
      "aria-labelledby": "cancel-title",
      class:
        "m-auto w-full max-w-md rounded-dialog border border-line bg-raised p-5 text-ink shadow-dialog backdrop:bg-scrim",
    },
    title,
    element("p", { class: "mt-2 text-ink-soft" }, jobText.cancelExplanation(bytesToWords(doneBytes))),
    element("div", { class: "mt-5 flex flex-wrap justify-end gap-2" }, keep, confirm),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  keep.focus();
}
