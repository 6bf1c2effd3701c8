/** Finding in the outline, and seeing only one kind or only what is out of date. */

import { useState, type KeyboardEvent, type ReactElement } from "react";
import { useStore } from "zustand/react";
import { findByWords } from "../../workbench/graph-view/find-words.ts";
import { useDesk, useFacts } from "../desk/use-desk.ts";
import { Button } from "../kit/Button.tsx";
import { PatientTextField } from "../kit/PatientTextField.tsx";
import { Select } from "../kit/Select.tsx";
import { kindWords } from "../text/dialogue.ts";
import { outlineText } from "../text/outline.ts";
import type { OutlineView } from "./use-outline-view.ts";

/** What the filter leaves is said as well. */
export function OutlineTools({ view }: { readonly view: OutlineView }): ReactElement {
  const { kind, kinds, chooseKind, isStaleOnly, stale, chooseStale, shown, all } = view;
  const isFiltered = kind !== undefined || isStaleOnly;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <FindField />
      <div className="w-40 max-w-full">
        <Select
          isLabelHidden
          label={outlineText.kinds}
          options={[
            { id: "", label: outlineText.allKinds },
            ...kinds.map((id) => ({ id, label: kindWords[id] })),
          ]}
          selectedId={kind ?? ""}
          onSelect={(id) => chooseKind(kinds.find((each) => each === id))}
        />
      </div>
      {stale > 0 && (
        <Button
          size="small"
          aria-pressed={isStaleOnly}
          tone={isStaleOnly ? "primary" : "neutral"}
          onClick={() => chooseStale(!isStaleOnly)}
        >
          {outlineText.onlyStale(stale)}
        </Button>
      )}
      <output className="text-small text-ink-soft empty:sr-only">
        {isFiltered ? outlineText.showing(shown, all) : ""}
      </output>
    </div>
  );
}

/** Enter goes from one to the next, as in the graph. */
function FindField(): ReactElement {
  const desk = useDesk();
  const [words, setWords] = useState("");
  const nodes = useFacts(({ graph }) => graph.nodes);
  const selected = useStore(desk.selection, (selection) => selection.selected);
  const found = findByWords(nodes.values(), words);
  const at = selected.type === "node" ? found.indexOf(selected.id) : -1;
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = found[(at + 1) % Math.max(1, found.length)];
    if (event.nativeEvent.isComposing || event.key !== "Enter" || next === undefined) return;
    event.preventDefault();
    desk.select({ type: "node", id: next });
  };
  return (
    <div className="relative w-52 max-w-full">
      <PatientTextField
        isLabelHidden
        label={outlineText.find}
        placeholder={outlineText.find}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <output className="pointer-events-none absolute end-2 top-2.5 bg-surface ps-1 text-small text-ink-soft">
        {words.trim() === "" ? "" : outlineText.found(at + 1, found.length)}
      </output>
    </div>
  );
}
