/** Zoom, all of it, and back to the leader: on the drawing, where the hand is. */

import { useReactFlow } from "@xyflow/react";
import { memo, type ReactElement } from "react";
import { Icon } from "../kit/icons/Icon.tsx";
import { IconButton } from "../kit/IconButton.tsx";
import { graphText } from "../text/graph.ts";
import type { GraphView } from "./use-view.ts";

const ICONS = {
  out: "M5 12h14",
  in: "M12 5v14M5 12h14",
  all: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5M9 9h6v6H9Z",
  leader: "M12 4v4M12 16v4M4 12h4M16 12h4M12 9.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 0 1 0-5Z",
} as const;

/** Each of them has a key. */
export const ViewTools = memo(function ViewTools({ view }: { readonly view: GraphView }): ReactElement {
  const { zoomIn, zoomOut } = useReactFlow();
  const tools = [
    { id: "out", label: graphText.zoomOut, key: "−", act: () => void zoomOut() },
    { id: "in", label: graphText.zoomIn, key: "+", act: () => void zoomIn() },
    { id: "all", label: graphText.fit, key: "0", act: view.showAll },
    { id: "leader", label: graphText.showLeader, key: "Home", act: view.showLeader },
  ] as const;
  return (
    <div className="absolute start-2 bottom-2 flex rounded-control border border-line bg-raised shadow-control print:hidden">
      {tools.map(({ id, label, key, act }) => (
        <IconButton
          key={id}
          size="small"
          label={label}
          shortcut={[key]}
          icon={<Icon path={ICONS[id]} />}
          onClick={act}
        />
      ))}
    </div>
  );
});
