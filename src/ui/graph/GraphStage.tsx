/**
 * The drawing itself. React Flow moves and zooms and is given only the cards in its window; one canvas below draws all
 * links and, from afar, everything.
 */

import {
  ReactFlow,
  useReactFlow,
  useStore,
  useViewport,
  type Node,
  type ReactFlowState,
} from "@xyflow/react";
import { useMemo, useRef, type MouseEvent, type ReactElement } from "react";
import type { NodeId } from "../../domain/argument/graph.ts";
import { isSameTarget, litBy, type DeskTarget, WHOLE_CASE } from "../../workbench/desk/selection.ts";
import { widenToCells } from "../../workbench/graph-view/grid-index.ts";
import { findEdgeAt, findNodeAt, type Scene } from "../../workbench/graph-view/scene.ts";
import { useArgument } from "../desk/use-argument.ts";
import { useDesk } from "../desk/use-desk.ts";
import { graphText } from "../text/graph.ts";
import { cardsInWindow } from "./cards-in-window.ts";
import { GraphCanvas } from "./GraphCanvas.tsx";
import { GraphCard } from "./GraphCard.tsx";
import { isFarAt, MOST_ZOOM, LEAST_ZOOM } from "./level-of-detail.ts";
import { windowOf } from "./paint-scene.ts";
import { useGraphKeys } from "./use-graph-keys.ts";
import { useFit } from "./use-fit.ts";

export type GraphStageProps = {
  readonly scene: Scene;
  readonly selected: DeskTarget;
  readonly cursor: NodeId | undefined;
  readonly onCursor: (id: NodeId) => void;
};

const CARD_TYPES = { card: GraphCard };
const NO_KEY = null;
/** How near a pointer must be, in pixels on the screen. */
const REACH = { node: 20, edge: 8 } as const;

/** Everything that a person can see and touch; the keys are those of the hint. */
export function GraphStage({ scene, selected, cursor, onCursor }: GraphStageProps): ReactElement {
  const desk = useDesk();
  const { screenToFlowPosition } = useReactFlow();
  const moved = useRef(false);
  const isFar = useStore(({ transform }) => isFarAt(transform[2]));
  const cards = useCards(scene, selected, cursor);
  useFit(scene, moved);
  const onKeyDown = useGraphKeys({ scene, cursor, onCursor });
  const choose = (id: NodeId): void => {
    onCursor(id);
    desk.select({ type: "node", id });
  };
  const pressPane = (event: MouseEvent): void => {
    const point = screenToFlowPosition({ x: event.clientX, y: event.clientY });
    const unit = scaleOf(screenToFlowPosition);
    const node = isFar ? findNodeAt(scene, point, REACH.node * unit) : undefined;
    const edge = findEdgeAt(scene, point, REACH.edge * unit);
    if (node !== undefined) choose(node);
    else if (edge !== undefined) desk.select({ type: "edge", id: edge.id });
    else desk.select(WHOLE_CASE);
  };
  return (
    <div className="relative size-full">
      <StageCanvas scene={scene} selected={selected} cursor={cursor} isFar={isFar} />
      <ReactFlow
        nodes={cards}
        nodeTypes={CARD_TYPES}
        aria-label={`${graphText.title}. ${graphText.description}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onNodeClick={(_event, { id }) => choose(id)}
        onNodeMouseEnter={(_event, { id }) => desk.hover({ type: "node", id })}
        onNodeMouseLeave={() => desk.hover(undefined)}
        onPaneClick={pressPane}
        onMoveStart={(event) => {
          if (event !== null) moved.current = true;
        }}
        minZoom={LEAST_ZOOM}
        maxZoom={MOST_ZOOM}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        elementsSelectable={false}
        zoomOnDoubleClick={false}
        disableKeyboardA11y
        deleteKeyCode={NO_KEY}
        selectionKeyCode={NO_KEY}
        multiSelectionKeyCode={NO_KEY}
        panActivationKeyCode={NO_KEY}
        zoomActivationKeyCode={NO_KEY}
        proOptions={HIDE_ATTRIBUTION}
        className="outline-offset-[-3px]"
      />
    </div>
  );
}

/** It is named in the notices with all other works that are used; a link here would lead out of the workbench. */
const HIDE_ATTRIBUTION = { hideAttribution: true };

function scaleOf(toFlow: (point: { x: number; y: number }) => { x: number; y: number }): number {
  return toFlow({ x: 1, y: 0 }).x - toFlow({ x: 0, y: 0 }).x;
}

function useCards(scene: Scene, selected: DeskTarget, cursor: NodeId | undefined): Node[] {
  const argument = useArgument();
  const shown = useStore(cellsShown);
  return useMemo(
    () => cardsInWindow({ scene, argument, selected, cursor, shown }),
    [scene, argument, selected, cursor, shown],
  );
}

/** The cells that the window touches, as one string: equal while the same cards are to be drawn. */
function cellsShown({ transform: [x, y, zoom], width, height }: ReactFlowState): string {
  if (isFarAt(zoom) || width === 0) return "";
  const { left, top, right, bottom } = widenToCells(windowOf({ x, y, zoom }, width, height));
  return `${left} ${top} ${right} ${bottom}`;
}

function StageCanvas(props: Omit<GraphStageProps, "onCursor"> & { readonly isFar: boolean }): ReactElement {
  const { scene, selected, cursor, isFar } = props;
  const { strengths, leader } = useArgument();
  const view = useViewport();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const picture = useMemo(() => {
    const lit = isSameTarget(selected, WHOLE_CASE) ? undefined : litBy(strengths.graph, selected);
    return { scene, lit, leader, cursor, isFar };
  }, [scene, selected, strengths, leader, cursor, isFar]);
  return <GraphCanvas picture={picture} view={view} width={width} height={height} />;
}
