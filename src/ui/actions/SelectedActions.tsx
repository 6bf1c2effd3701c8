/** What is selected, by name, with everything that can be asked about it and done with it; then the answer. */

import { type ReactElement, useState } from "react";
import { useStore } from "zustand";
import { useDesk, useFacts } from "../desk/use-desk.ts";
import { EditText } from "./EditText.tsx";
import { MarksOf } from "./MarksOf.tsx";
import { targetWords } from "./node-words.ts";
import { StepActions } from "./StepActions.tsx";

/** Nothing while no step or link is selected. */
export function SelectedActions(): ReactElement | null {
  const selected = useStore(useDesk().selection, (selection) => selection.selected);
  if (selected.type !== "node" && selected.type !== "edge") return null;
  return <Actions key={selected.id} type={selected.type} id={selected.id} />;
}

function Actions({ type, id }: { readonly type: "node" | "edge"; readonly id: string }): ReactElement | null {
  const [isEditing, setEditing] = useState(false);
  const node = useFacts(({ graph }) => graph.nodes.get(id));
  const isThere = useFacts(({ graph }) => graph.nodes.has(id) || graph.edges.has(id));
  const name = useFacts(({ graph }) => targetWords(graph, id));
  if (!isThere) return null;
  if (isEditing && node !== undefined) return <EditText node={node} onDone={() => setEditing(false)} />;
  return (
    <div data-selected className="grid grid-cols-1 gap-1">
      <div className="flex items-start justify-between gap-3">
        <p className="min-w-0 font-[560] wrap-anywhere">{name}</p>
        <StepActions type={type} id={id} name={name} onEdit={node && (() => setEditing(true))} />
      </div>
      <MarksOf target={{ type, id }} />
    </div>
  );
}
