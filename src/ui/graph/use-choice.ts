/** What a person chose to see of the graph. */
import { useMemo, useState } from "react";
import type { NodeId, NodeKind, Stage } from "../../domain/argument/graph.ts";
import type { PathWay } from "../../workbench/graph-view/paths.ts";
import type { SceneFilter } from "../../workbench/graph-view/scene-filter.ts";
import { useArgument } from "../desk/use-argument.ts";
import { useFacts } from "../desk/use-desk.ts";

/** Everything, or only what asks for attention. */
export type MarkChoice = "all" | "stale" | "marked";

export type GraphChoice = {
  readonly filter: SceneFilter;
  readonly marks: MarkChoice;
  readonly way: PathWay;
  readonly setFocus: (id: NodeId | undefined) => void;
  readonly setStage: (stage: Stage | undefined) => void;
  readonly setMarks: (marks: MarkChoice) => void;
  readonly setWay: (way: PathWay) => void;
  readonly toggleKind: (kind: NodeKind) => void;
  readonly toggleFold: (id: NodeId) => void;
  /** Exactly these are folded. */
  readonly setFolded: (collapsed: ReadonlySet<NodeId>) => void;
  /** Everything is seen again. */
  readonly clear: () => void;
  readonly isFiltered: boolean;
};

type Chosen = Omit<SceneFilter, "only">;
const ALL: Chosen = { focus: undefined, hidden: new Set(), stage: undefined, collapsed: new Set() };

/** Purely visual: it belongs to this panel and is forgotten with it. */
export function useChoice(): GraphChoice {
  const [chosen, setChosen] = useState<Chosen>(ALL);
  const [marks, setMarks] = useState<MarkChoice>("all");
  const [way, setWay] = useState<PathWay>("links");
  const only = useOnly(marks);
  const filter = useMemo(() => ({ ...chosen, only }), [chosen, only]);
  return useMemo(
    () => ({
      filter,
      marks,
      way,
      setFocus: (focus) => setChosen((now) => ({ ...now, focus })),
      setStage: (stage) => setChosen((now) => ({ ...now, stage })),
      setMarks,
      setWay,
      toggleKind: (kind) => setChosen((now) => ({ ...now, hidden: toggled(now.hidden, kind) })),
      toggleFold: (id) => setChosen((now) => ({ ...now, collapsed: toggled(now.collapsed, id) })),
      setFolded: (collapsed) => setChosen((now) => ({ ...now, collapsed })),
      clear: () => {
        setChosen(ALL);
        setMarks("all");
      },
      isFiltered: isFiltered(chosen) || marks !== "all",
    }),
    [filter, marks, way, chosen],
  );
}

function isFiltered({ focus, hidden, stage, collapsed }: Chosen): boolean {
  return focus !== undefined || stage !== undefined || hidden.size > 0 || collapsed.size > 0;
}

function toggled<Item>(items: ReadonlySet<Item>, item: Item): ReadonlySet<Item> {
  const next = new Set(items);
  if (!next.delete(item)) next.add(item);
  return next;
}

/** A link that is marked or out of date is shown by its two ends. */
function useOnly(marks: MarkChoice): ReadonlySet<NodeId> | undefined {
  const { stale, strengths } = useArgument();
  const annotations = useFacts(({ live }) => live.view.state.annotations);
  const branch = useFacts(({ live }) => live.branch);
  const { edges } = strengths.graph;
  return useMemo(() => {
    if (marks === "all") return undefined;
    const marked = [...annotations.values()]
      .filter(({ annotation, anchor }) => annotation.branch === branch && anchor.type === "anchored")
      .map(({ annotation }) => annotation.target.id);
    const ids = marks === "stale" ? [...(stale?.keys() ?? [])] : marked;
    return new Set(
      ids.flatMap((id) => {
        const edge = edges.get(id);
        return edge === undefined ? [id] : [edge.from, edge.to];
      }),
    );
  }, [marks, stale, annotations, branch, edges]);
}
