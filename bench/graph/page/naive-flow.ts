/** React Flow as its first page shows it: all nodes and edges handed over, measured by it, none left out. */
import "@xyflow/react/dist/style.css";
import { Handle, Position, ReactFlow, type NodeProps } from "@xyflow/react";
import { createElement, memo, type ReactElement } from "react";
import { createRoot } from "react-dom/client";
import { createPlacer } from "../../../src/workbench/graph-view/places.ts";
import { nextFrame, settle } from "./drawn.ts";
import type { Sample } from "./sample.ts";

const PATIENCE_MS = 120_000;

/** How long it takes until every node is there; then all is taken away again. */
export async function mountNaive(root: HTMLElement, { graph }: Sample): Promise<number> {
  const places = createPlacer().follow(graph);
  const nodes = [...graph.nodes.values()].map(({ id, kind, text }) => ({
    id,
    type: "card",
    position: { ...(places.get(id) ?? { x: 0, y: 0 }) },
    data: { kind, text },
  }));
  const edges = [...graph.edges.values()].map(({ id, from, to }) => ({ id, source: from, target: to }));
  const reactRoot = createRoot(root);
  const start = performance.now();
  reactRoot.render(createElement(ReactFlow, { nodes, edges, nodeTypes: TYPES, minZoom: 0.02 }));
  while (root.querySelectorAll(".react-flow__edge").length < edges.length) {
    if (performance.now() - start > PATIENCE_MS) break;
    await nextFrame();
  }
  await settle();
  const took = performance.now() - start;
  reactRoot.unmount();
  root.replaceChildren();
  return took;
}

const TYPES = {
  card: memo(function NaiveCard({ data }: NodeProps): ReactElement {
    return createElement(
      "div",
      { style: { width: 224, height: 108, border: "1px solid #558", background: "#fff", fontSize: 13 } },
      createElement(Handle, { type: "target", position: Position.Left }),
      createElement("b", undefined, String(data["kind"])),
      createElement("div", undefined, String(data["text"])),
      createElement(Handle, { type: "source", position: Position.Right }),
    );
  }),
};
