/** Where the step stands in the argument so far: the step large, with what stands around it. */

import { type ReactElement, useState } from "react";
import type { Moment } from "../../domain/record/moments.ts";
import { shownGraph } from "../../workbench/case-session/case-session.ts";
import { useArgument } from "../desk/use-argument.ts";
import { useDesk } from "../desk/use-desk.ts";
import { ArgumentDrawing } from "../drawing/ArgumentDrawing.tsx";
import { windowAround } from "../drawing/drawing-window.ts";
import { useDrawing } from "../drawing/use-drawing.ts";
import { presentText } from "../text/present.ts";

export type PlaceInArgumentProps = { readonly moment: Moment | undefined };

/** Nothing stands in the argument before the first statement. */
export function PlaceInArgument({ moment }: PlaceInArgumentProps): ReactElement | null {
  const desk = useDesk();
  const argument = useArgument();
  const { graph } = argument.strengths;
  const [whole] = useState(() => shownGraph(desk.session.store.getState()));
  const scene = useDrawing(graph, whole);
  const subject = moment?.subject;
  const id = subject?.type === "node" ? subject.node.id : subject?.edge.id;
  const current = id !== undefined && (graph.nodes.has(id) || graph.edges.has(id)) ? id : undefined;
  if (graph.nodes.size === 0) return null;
  return (
    <div className="min-h-0 min-w-0 flex-[6] border-line p-3 max-lg:flex-[4] max-lg:border-t lg:border-s lg:p-6">
      <ArgumentDrawing
        label={presentText.picture}
        scene={scene}
        argument={argument}
        window={windowAround(scene, graph, current)}
        current={current}
        className="size-full"
      />
    </div>
  );
}
