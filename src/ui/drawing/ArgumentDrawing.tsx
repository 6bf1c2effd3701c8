/**
 * The argument as a picture in which nothing moves, for a wall and for paper. It is sharp at every size; what it says
 * stands beside it in words.
 */

import type { ReactElement } from "react";
import type { NodeId, TargetId } from "../../domain/argument/graph.ts";
import type { Position } from "../../domain/argument/layout/layout-input.ts";
import { mayTouch } from "../../workbench/graph-view/curve.ts";
import type { Window } from "../../workbench/graph-view/grid-index.ts";
import { CARD, type Places } from "../../workbench/graph-view/places.ts";
import type { Scene } from "../../workbench/graph-view/scene.ts";
import type { Argument } from "../desk/use-argument.ts";
import { DrawnCard } from "./DrawnCard.tsx";
import { DrawnLink } from "./DrawnLink.tsx";

export type ArgumentDrawingProps = {
  readonly label: string;
  readonly scene: Scene;
  readonly argument: Argument;
  /** The part of it that is shown. */
  readonly window: Window;
  /** Only these steps, and the links that touch them; all of them unless told. */
  readonly shown?: Places | undefined;
  readonly current?: TargetId | undefined;
  readonly numbers?: ReadonlyMap<NodeId, number> | undefined;
  readonly className?: string | undefined;
};

/** A picture to assistive technology: one label, no parts. */
export function ArgumentDrawing(props: ArgumentDrawingProps): ReactElement {
  const { label, scene, argument, window, current, numbers, className } = props;
  const { places } = scene.index;
  const { shown = places } = props;
  const { left, top, right, bottom } = window;
  return (
    <svg
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is drawn here, not loaded
      role="img"
      aria-label={label}
      viewBox={`${left} ${top} ${right - left} ${bottom - top}`}
      className={className}
    >
      <g aria-hidden="true">
        {scene.edges
          .filter(({ curve }) => mayTouch(curve, window))
          .filter(({ edge: { from, to } }) => shown === places || shown.has(from) || shown.has(to))
          .map((link) => (
            <DrawnLink key={link.edge.id} link={link} isCurrent={link.edge.id === current} />
          ))}
        {[...shown].map(([id, place]) => {
          const node = scene.nodes.get(id);
          return (
            node !== undefined &&
            isSeen(place, window) && (
              <DrawnCard
                key={id}
                node={node}
                place={place}
                argument={argument}
                number={numbers?.get(id)}
                isCurrent={id === current}
              />
            )
          );
        })}
      </g>
    </svg>
  );
}

/** What is outside costs nothing, however large the argument is. */
function isSeen({ x, y }: Position, { left, top, right, bottom }: Window): boolean {
  return x < right && x + CARD.width > left && y < bottom && y + CARD.height > top;
}
