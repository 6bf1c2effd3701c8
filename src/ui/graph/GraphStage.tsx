/**
 * The cards, and what is done on the drawing. React Flow moves and zooms and is given only the cards in its window; one canvas below draws all
 * links and, from afar, everything.
 */

import { ReactFlow, type NodeProps } from "@xyflow/react";
import { memo, type KeyboardEvent, type MouseEvent, type ReactElement, type RefObject } from "react";
import type { NodeId } from "../../domain/argument/graph.ts";
import type { GridIndex } from "../../workbench/graph-view/grid-index.ts";
import type { View } from "../../workbench/graph-view/view.ts";
import { useDesk } from "../desk/use-desk.ts";
import { graphText } from "../text/graph.ts";
import { CardContext, type CardContextValue } from "./card-context.ts";
import { GraphCard } from "./GraphCard.tsx";
import { MOST_ZOOM, LEAST_ZOOM } from "./level-of-detail.ts";
import { useCards } from "./use-cards.ts";

export type GraphStageProps = {
  /** Undefined where it has no size yet. */
  readonly start: View | undefined;
  /** Undefined before it is known where to look. */
  readonly index: GridIndex | undefined;
  readonly cards: CardContextValue;
  readonly onPoint: (event: MouseEvent) => void;
  readonly onPointAway: () => void;
  readonly isLinking: boolean;
  readonly ghost: RefObject<SVGPathElement | null>;
  readonly onChoose: (id: NodeId) => void;
  /** Where nothing that can be chosen is pressed, the link that is there or nothing is selected. */
  readonly onPressPane: (event: MouseEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onMoved: () => void;
};

const CARD_TYPES = { card: memo(({ id }: NodeProps) => <GraphCard id={id} />) };
const NO_KEY = null;

/** What lies over the canvas. Each handler is the same for good, so that a change elsewhere draws nothing here again. */
export const GraphStage = memo(function GraphStage(props: GraphStageProps): ReactElement {
  const { index, cards, isLinking, ghost, onChoose, onPressPane, onPoint, onPointAway } = props;
  const { hover } = useDesk();
  const nodes = useCards(index);
  return (
    <CardContext value={cards}>
      <ReactFlow
        nodes={nodes}
        nodeTypes={CARD_TYPES}
        aria-label={`${graphText.title}. ${graphText.description}`}
        tabIndex={0}
        onKeyDown={props.onKeyDown}
        onNodeClick={(_event, { id }) => onChoose(id)}
        onNodeMouseEnter={(_event, { id }) => hover({ type: "node", id })}
        onNodeMouseLeave={() => hover(undefined)}
        onPaneClick={onPressPane}
        onPaneMouseMove={onPoint}
        onPaneMouseLeave={onPointAway}
        onMoveStart={(event) => {
          if (event !== null) props.onMoved();
        }}
        {...(props.start === undefined ? {} : { defaultViewport: props.start })}
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
        className={`outline-offset-[-3px] ${isLinking ? "cursor-crosshair" : ""}`}
      />
      <svg
        aria-hidden="true"
        className="pointer-events-none absolute inset-0 size-full fill-none stroke-accent"
      >
        <path ref={ghost} strokeWidth="2.5" strokeDasharray="6 4" />
      </svg>
    </CardContext>
  );
});

/** It is named in the notices with all other works that are used; a link here would lead out of the workbench. */
const HIDE_ATTRIBUTION = { hideAttribution: true };
