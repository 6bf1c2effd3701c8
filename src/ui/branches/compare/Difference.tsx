/** What differs between two versions, from the answer down to single fields. */

import { useMemo, type ReactElement } from "react";
import { diffGraphs, type GraphDiff } from "../../../domain/argument/graph-diff.ts";
import { pairGraphs } from "../../../domain/argument/graph-pairs.ts";
import { useFacts } from "../../desk/use-desk.ts";
import { joinClasses } from "../../kit/join-classes.ts";
import { Meter } from "../../kit/Meter.tsx";
import { sayMove } from "../../answers/say-move.ts";
import { compareText } from "../../text/branches.ts";
import { GraphChanges } from "./GraphChanges.tsx";
import { sharesMaking, useVersionState, type Version, type VersionState } from "./versions.ts";

export type DifferenceProps = { readonly before: Version; readonly after: Version };

/** Steps that were only stated again count as the same. */
export function Difference({ before, after }: DifferenceProps): ReactElement | null {
  const [one, other] = [useVersionState(before), useVersionState(after)];
  const diff = useMemo(() => {
    if (one === undefined || other === undefined) return undefined;
    const isSame = sharesMaking(one.branch, other.branch);
    const pairs = pairGraphs(one.strengths.graph, other.strengths.graph, isSame);
    return diffGraphs(one.strengths, other.strengths, pairs);
  }, [one, other]);
  if (one === undefined || other === undefined || diff === undefined) return null;
  return (
    <>
      <Answers before={one} after={other} leader={diff.leader} names={{ before, after }} />
      <Strengths after={other} diff={diff} />
      <GraphChanges before={one.strengths.graph} after={other.strengths.graph} diff={diff} />
    </>
  );
}

function Heading({ children }: { readonly children: string }): ReactElement {
  return <h3 className="text-lead font-[600]">{children}</h3>;
}

function Answers(props: {
  readonly before: VersionState;
  readonly after: VersionState;
  readonly leader: GraphDiff["leader"];
  readonly names: DifferenceProps;
}): ReactElement {
  const { before, after, leader, names } = props;
  return (
    <div className="grid grid-cols-1 gap-2">
      <Heading>{compareText.answer}</Heading>
      <p className={joinClasses("text-small font-[560]", leader.changed ? "text-caution" : "text-ink-soft")}>
        {leader.changed ? compareText.leaderChanged : compareText.leaderSame}
      </p>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <Answer name={names.before.name} state={before} leader={leader.before} />
        <Answer name={names.after.name} state={after} leader={leader.after} />
      </div>
    </div>
  );
}

function Answer(props: {
  readonly name: string;
  readonly state: VersionState;
  readonly leader: string | undefined;
}): ReactElement {
  const { name, state, leader } = props;
  const areHidden = useFacts((facts) => facts.areStrengthsHidden);
  const named = state.strengths.graph.nodes.get(leader ?? "")?.text ?? compareText.noLeader;
  return (
    <div className="grid content-start gap-1.5 rounded-panel border border-line bg-surface px-4 py-3">
      <h4 className="text-small font-[580] text-ink-soft">{name}</h4>
      <dl className="grid gap-1.5">
        {!areHidden && <Fact name={compareText.leader} words={named} />}
        <Fact
          name={compareText.conclusion}
          words={state.branch.conclusion?.text ?? compareText.noConclusion}
        />
      </dl>
    </div>
  );
}

function Fact({ name, words }: { readonly name: string; readonly words: string }): ReactElement {
  return (
    <div>
      <dt className="text-fine text-ink-faint">{name}</dt>
      <dd className="wrap-anywhere">{words}</dd>
    </div>
  );
}

/** So many are shown at first. */
const FIRST = 8;
/** Smaller moves do not show in two digits. */
const SHOWN_FROM = 0.005;

function Strengths({
  after,
  diff,
}: {
  readonly after: VersionState;
  readonly diff: GraphDiff;
}): ReactElement {
  const areHidden = useFacts((facts) => facts.areStrengthsHidden);
  const strengths = diff.strengths.filter(({ before, after: now }) => Math.abs(now - before) >= SHOWN_FROM);
  const unseen = diff.strengths.length - strengths.length;
  if (areHidden) return <p className="text-small text-ink-soft">{compareText.strengthsHidden}</p>;
  const [first, rest] = [strengths.slice(0, FIRST), strengths.slice(FIRST)];
  return (
    <div className="grid grid-cols-1 gap-2">
      <Heading>{compareText.strengths(strengths.length)}</Heading>
      <p className="text-small text-ink-soft">
        {strengths.length === 0 ? compareText.noStrengths : compareText.tick}
      </p>
      <Moves after={after} moves={first} />
      {rest.length > 0 && (
        <details>
          <summary className="min-h-6 cursor-pointer text-small text-accent">
            {compareText.more(rest.length)}
          </summary>
          <Moves after={after} moves={rest} />
        </details>
      )}
      {unseen > 0 && <p className="text-small text-ink-soft">{compareText.unseen(unseen)}</p>}
    </div>
  );
}

function Moves(props: {
  readonly after: VersionState;
  readonly moves: GraphDiff["strengths"];
}): ReactElement {
  const { nodes } = props.after.strengths.graph;
  return (
    <ul className="grid grid-cols-1 gap-3">
      {props.moves.map(({ nodeId, before, after }) => (
        <li key={nodeId}>
          <Meter
            label={nodes.get(nodeId)?.text ?? ""}
            value={after}
            baseline={before}
            words={sayMove(before, after)}
          />
        </li>
      ))}
    </ul>
  );
}
