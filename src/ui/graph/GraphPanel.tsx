/** The argument as a picture. The outline is its equal in words. */

import "@xyflow/react/dist/base.css";
import { ReactFlowProvider } from "@xyflow/react";
import type { ReactElement } from "react";
import { useFacts } from "../desk/use-desk.ts";
import { EmptyState } from "../kit/EmptyState.tsx";
import { GraphIcon } from "../kit/icons/places.tsx";
import { graphText } from "../text/graph.ts";
import { Drawing } from "./Drawing.tsx";

/** The graph of the branch that is shown. */
export function GraphPanel(): ReactElement {
  const isEmpty = useFacts(({ graph }) => graph.nodes.size === 0);
  return (
    <section aria-label={graphText.title} className="flex min-h-[34rem] flex-col gap-2 pb-2 lg:h-full">
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
