/** The argument as a picture. The outline is its equal in words. */

import "@xyflow/react/dist/base.css";
import { ReactFlowProvider } from "@xyflow/react";
import { useMemo, useState, type ReactElement } from "react";
import { useStore } from "zustand/react";
import type { NodeId, NodeKind } from "../../domain/argument/graph.ts";
import { buildScene, type Scene } from "../../workbench/graph-view/scene.ts";
import { sayStrength } from "../answers/say-node.ts";
import { useArgument } from "../desk/use-argument.ts";
import { useDesk } from "../desk/use-desk.ts";
import { EmptyState } from "../kit/EmptyState.tsx";
import { GraphIcon } from "../kit/icons/places.tsx";
import { kindWords } from "../text/dialogue.ts";
import { graphText } from "../text/graph.ts";
import { GraphLegend } from "./GraphLegend.tsx";
import { GraphStage } from "./GraphStage.tsx";
import { GraphToolbar } from "./GraphToolbar.tsx";
import { SelectedPart } from "./SelectedPart.tsx";
import { usePlaces } from "./use-places.ts";

/** The graph of the branch that is shown. */
export function GraphPanel(): ReactElement {
  const isEmpty = useArgument().strengths.graph.nodes.size === 0;
  return (
    <section aria-label={graphText.title} className="flex h-full min-h-[34rem] flex-col gap-2 pb-2">
      {isEmpty ? (
        <EmptyState icon={<GraphIcon />} title={graphText.emptyTitle} headingLevel={3}>
          {graphText.emptyExplanation}
        </EmptyState>
      ) : (
        <ReactFlowProvider>
          <Drawing />
        </ReactFlowProvider>
      )}
    </section>
  );
}

function Drawing(): ReactElement {
  const { graph } = useArgument().strengths;
  const { places, tidy } = usePlaces(graph);
  const [focus, setFocus] = useState<NodeId>();
  const [hidden, setHidden] = useState<ReadonlySet<NodeKind>>(new Set());
  const [cursor, setCursor] = useState<NodeId>();
  const selected = useStore(useDesk().selection, (selection) => selection.selected);
  const scene = useMemo(() => buildScene(graph, places, { focus, hidden }), [graph, places, focus, hidden]);
  const shared = { scene, cursor, onCursor: setCursor };
  return (
    <>
      <GraphToolbar {...shared} focus={focus} onFocus={setFocus} onTidy={tidy} />
      <div className="min-h-72 flex-1 overflow-hidden rounded-panel border border-line bg-canvas">
        <GraphStage {...shared} selected={selected} />
      </div>
      <Cursor scene={scene} cursor={cursor} />
      <SelectedPart selected={selected} />
      <GraphLegend hidden={hidden} onHidden={setHidden} />
    </>
  );
}

/** Says which card the arrows have led to. */
function Cursor(props: { readonly scene: Scene; readonly cursor: NodeId | undefined }): ReactElement {
  const argument = useArgument();
  const node = props.scene.nodes.get(props.cursor ?? "");
  return (
    <output className="sr-only">
      {node !== undefined &&
        graphText.cardOf(kindWords[node.kind], node.text, sayStrength(argument, node.id))}
    </output>
  );
}
