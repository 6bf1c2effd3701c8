/** One link of a drawing: its curve, and the sign at its end. */

import type { ReactElement } from "react";
import type { Curve } from "../../workbench/graph-view/curve.ts";
import type { SceneEdge } from "../../workbench/graph-view/scene.ts";
import { lineOf } from "./link-lines.ts";

export type DrawnLinkProps = {
  readonly link: SceneEdge;
  /** It is what is shown just now. */
  readonly isCurrent: boolean;
};

/** Thicker the more it weighs. */
export function DrawnLink({ link: { edge, curve }, isCurrent }: DrawnLinkProps): ReactElement {
  const { className, dash, end } = lineOf(edge);
  const weight = "weight" in edge ? edge.weight : 0.3;
  const { from, fromBend, toBend, to } = curve;
  const path = `M${from.x} ${from.y}C${fromBend.x} ${fromBend.y} ${toBend.x} ${toBend.y} ${to.x} ${to.y}`;
  return (
    <g className={`fill-current stroke-current ${className}`}>
      <path
        d={path}
        fill="none"
        strokeWidth={(1 + weight * 1.5) * (isCurrent ? 2.4 : 1)}
        strokeDasharray={dash}
      />
      {end !== undefined && (
        <g transform={`translate(${to.x} ${to.y}) rotate(${angleAtEnd(curve)})`}>
          {end === "arrow" ? (
            <path d="M0 0L-10 -5V5Z" strokeWidth="0" />
          ) : (
            <path d="M-3 -8V8" strokeWidth="3.5" />
          )}
        </g>
      )}
    </g>
  );
}

function angleAtEnd({ toBend, to }: Curve): number {
  return (Math.atan2(to.y - toBend.y, to.x - toBend.x) * 180) / Math.PI;
}
