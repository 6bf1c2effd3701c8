/** Adds models to the list from a JSON file with addresses and check sums. */

import { type ReactElement, useRef, useState } from "react";
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import type { ModelShelf } from "../../contracts/model-shelf.ts";
import { Button } from "../kit/Button.tsx";
import { availableText } from "../text/shelf.ts";
import { ShelfProblem } from "./ShelfProblem.tsx";
import { useRereadCatalogue } from "./use-shelf.ts";

type Outcome = { readonly added: number } | { readonly error: ShelfError };

/** Says how many were added, or which place of the file could not be read. */
export function ImportCatalogue({ shelf }: { readonly shelf: ModelShelf }): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  const reread = useRereadCatalogue();
  const [outcome, setOutcome] = useState<Outcome>();
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    const imported = await shelf.importCatalogue(file);
    setOutcome(imported.ok ? { added: imported.value } : { error: imported.error });
    if (imported.ok) await reread();
  };
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button size="small" onClick={() => input.current?.click()}>
          {availableText.import}
        </Button>
        <span className="text-small text-ink-soft">{availableText.importHelp}</span>
        <input
          ref={input}
          type="file"
          hidden
          accept=".json,application/json"
          aria-label={availableText.import}
          onChange={({ target }) => {
            void read(target.files?.[0]);
            target.value = "";
          }}
        />
      </div>
      <output className="text-small empty:hidden">
        {outcome !== undefined && "added" in outcome && availableText.imported(outcome.added)}
      </output>
      {outcome !== undefined && "error" in outcome && <ShelfProblem error={outcome.error} />}
    </div>
  );
}
