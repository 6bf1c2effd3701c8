/** Where the step stands in the argument so far: the step large, with what stands around it. */

import { type ReactElement, useState } from "react";
import type { TargetId } from "../../domain/argument/graph.ts";
import type { Moment } from "../../domain/record/moments.ts";
import { shownGraph } from "../../workbench/case-session/case-session.ts";
import { useArgument, type Argument } from "../desk/use-argument.ts";
import { useDesk } from "../desk/use-desk.ts";
import { ArgumentDrawing } from "../drawing/ArgumentDrawing.tsx";
import { windowAround } from "../drawing/drawing-window.ts";
import { useDrawing } from "../drawing/use-drawing.ts";
import { presentText } from "../text/present.ts";

/** From so many steps on, a picture of all of them shows nothing to a room. */
const MOST_AT_ONCE = 120;

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
        window={windowAround(scene, graph, current ?? middleOf(argument))}
        current={current}
        className="size-full"
      />
    </div>
  );
}

/** What to look at where nothing in particular is shown: all of it, or in a large argument what leads. */
function middleOf({ strengths: { graph }, leader }: Argument): TargetId | undefined {
  if (graph.nodes.size <= MOST_AT_ONCE) return undefined;
  return leader ?? graph.nodes.keys().next().value;
}
