/** Steps and links that only one version holds, and those that say something else in the other. */

import type { ReactElement, ReactNode } from "react";
import type { Changes, GraphDiff } from "../../../domain/argument/graph-diff.ts";
import type { ArgumentGraph } from "../../../domain/argument/graph.ts";
import { targetWords } from "../../actions/node-words.ts";
import { useDesk, useFacts } from "../../desk/use-desk.ts";
import { joinClasses } from "../../kit/join-classes.ts";
import { NodeBadge } from "../../kit/NodeBadge.tsx";
import { compareText } from "../../text/branches.ts";
import { kindWords } from "../../text/dialogue.ts";
import { FieldChange } from "./FieldChange.tsx";

export type GraphChangesProps = {
  readonly before: ArgumentGraph;
  readonly after: ArgumentGraph;
  readonly diff: GraphDiff;
};

/** Steps before links. */
export function GraphChanges({ before, after, diff }: GraphChangesProps): ReactElement {
  const added = both(diff, "added");
  const lost = both(diff, "lost");
  const changed = [...diff.nodes.changed, ...diff.edges.changed];
  const isSame = added.length + lost.length + changed.length === 0;
  return (
    <div className="grid grid-cols-1 gap-3">
      <h3 className="text-lead font-[600]">{compareText.graph}</h3>
      <p className="text-small text-ink-soft">
        {isSame ? compareText.nothing : compareText.summary(added.length, lost.length, changed.length)}
      </p>
      <div
        className={joinClasses(
          "grid grid-cols-1 gap-3",
          added.length > 0 && lost.length > 0 && "sm:grid-cols-2",
        )}
      >
        <Part title={compareText.lost(lost.length)} ids={lost} graph={before} tone="border-critical-line" />
        <Part title={compareText.added(added.length)} ids={added} graph={after} tone="border-positive-line" />
      </div>
      {changed.length > 0 && (
        <Box title={compareText.changed(changed.length)} tone="border-info-line">
          {changed.map((change) => (
            <li key={change.id} className="grid gap-1 py-1.5">
              <Thing id={change.id} graph={after} />
              <FieldChange change={change} before={before} after={after} />
            </li>
          ))}
        </Box>
      )}
    </div>
  );
}

function both({ nodes, edges }: GraphDiff, part: keyof Pick<Changes<string>, "added" | "lost">) {
  return [...nodes[part], ...edges[part]];
}

function Part(props: {
  readonly title: string;
  readonly ids: readonly string[];
  readonly graph: ArgumentGraph;
  readonly tone: string;
}): ReactElement | null {
  const { title, ids, graph, tone } = props;
  if (ids.length === 0) return null;
  return (
    <Box title={title} tone={tone}>
      {ids.map((id) => (
        <li key={id} className="py-1.5">
          <Thing id={id} graph={graph} />
        </li>
      ))}
    </Box>
  );
}

function Box(props: {
  readonly title: string;
  readonly tone: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section
      aria-label={props.title}
      className={`rounded-panel border border-s-4 bg-surface px-3 py-2 ${props.tone}`}
    >
      <h4 className="text-small font-[580]">{props.title}</h4>
      <ul className="divide-y divide-line text-small">{props.children}</ul>
    </section>
  );
}

/** Can be chosen where the branch that is shown holds it. */
function Thing({ id, graph }: { readonly id: string; readonly graph: ArgumentGraph }): ReactElement {
  const desk = useDesk();
  const node = graph.nodes.get(id);
  const isNode = useFacts((facts) => facts.graph.nodes.has(id));
  const isShown = useFacts((facts) => facts.graph.nodes.has(id) || facts.graph.edges.has(id));
  const words = targetWords(graph, id);
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {node !== undefined && <NodeBadge kind={node.kind} label={kindWords[node.kind]} />}
      {isShown ? (
        <button
          type="button"
          onClick={() => desk.select({ type: isNode ? "node" : "edge", id })}
          className="min-h-6 text-start wrap-anywhere underline-offset-2 hover:underline pointer-coarse:min-h-11"
        >
          {words}
        </button>
      ) : (
        <span className="wrap-anywhere">{words}</span>
      )}
    </span>
  );
}
