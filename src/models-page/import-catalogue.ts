/** Takes a catalogue file from the person's disk: checksums from somebody they trust. */
import type { ModelShelf } from "../contracts/model-shelf.ts";
import { createButton } from "./controls.ts";
import { element, setText } from "./element.ts";
import { errorToWords } from "./text/errors.ts";
import { importedToWords, pageText } from "./text/page.ts";

/** A button that opens the file picker, and what came of it. */
export function placeImport(
  place: Element,
  shelf: Pick<ModelShelf, "importCatalogue">,
  onImported: () => Promise<void>,
): void {
  const result = element("p", { role: "status", class: "text-ink-soft" });
  const picker = element("input", { type: "file", accept: ".json,application/json", class: "hidden" });
  const read = async (file: File) => {
    setText(result, pageText.importing);
    const imported = await shelf.importCatalogue(file);
    setText(result, imported.ok ? importedToWords(imported.value) : errorToWords(imported.error));
    if (imported.ok) await onImported();
  };
  picker.addEventListener("change", () => {
    const file = picker.files?.[0];
    picker.value = "";
    if (file !== undefined) void read(file);
  });
  place.replaceChildren(
    element(
      "div",
      {},
      createButton(pageText.import, () => picker.click()),
      picker,
    ),
    result,
  );
}
