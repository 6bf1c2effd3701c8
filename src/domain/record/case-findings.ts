/**
 * The findings of a case as its note shows them: what each says now, whether it stands, and where in the note. A
 * retracted finding is among them, for what was once read there is part of what happened.
 */
import type { FindingNode } from "../argument/graph.ts";
import { placeFinding } from "../case-text/place-finding.ts";
import type { FindingPlace } from "../case-text/place-finding.ts";
import type { CaseText } from "../case-text/revisions.ts";
import type { BranchState, CaseState } from "./case-state.ts";

export type FindingStanding = FindingNode["polarity"] | "retracted";

export type CaseFinding = {
  readonly node: FindingNode;
  readonly standing: FindingStanding;
  /** Something that it rests on was changed after it was stated. */
  readonly isStale: boolean;
  readonly places: readonly FindingPlace[];
};

/** What is read of a case and of the branch that is shown. */
export type FindingSource = {
  readonly text: CaseText | undefined;
  readonly revisions: CaseState["revisions"];
  readonly branch: Pick<BranchState, "nodes" | "withdrawn" | "stale" | "made">;
};

/** A reader that gives the same value for a finding as long as nothing about it changed, however often it is asked. */
export function createFindingReader(): (source: FindingSource) => readonly CaseFinding[] {
  const known = new WeakMap<
    FindingNode,
    { readonly text: CaseText | undefined; readonly value: CaseFinding }
  >();
  const read = (source: FindingSource, node: FindingNode, isRetracted: boolean): CaseFinding => {
    const { text } = source;
    const standing: FindingStanding = isRetracted ? "retracted" : node.polarity;
    const isStale = !isRetracted && source.branch.stale.has(node.id);
    const kept = known.get(node);
    const before = kept?.text === text ? kept?.value : undefined;
    if (before?.standing === standing && before.isStale === isStale) return before;
    const value = { node, standing, isStale, places: before?.places ?? place(source, node) };
    known.set(node, { text, value });
    return value;
  };
  return (source) => {
    const { nodes, withdrawn } = source.branch;
    const standing = [...nodes.values()].flatMap((node) =>
      node.kind === "finding" ? [read(source, node, false)] : [],
    );
    const retracted = [...withdrawn.values()].flatMap((entry) =>
      entry.type === "node" && entry.node.kind === "finding" ? [read(source, entry.node, true)] : [],
    );
    return [...standing, ...retracted];
  };
}

function place({ text, revisions, branch }: FindingSource, node: FindingNode): readonly FindingPlace[] {
  if (text === undefined) return [];
  const revision = branch.made.get(node.id)?.revision;
  const made = revision === undefined ? undefined : revisions.get(revision);
  return placeFinding(node, made ?? text, text);
}
