/**
 * An argument as it stands after a clinician's corrections, for whoever states the rest of it: what stands, what was
 * taken back and stays so, and what was only set aside because it rested on what changed.
 */
import type { ArgumentEdge, ArgumentGraph, ArgumentNode, TargetId } from "../../domain/argument/graph.ts";
import { branchToGraph, type BranchState, type Withdrawn } from "../../domain/record/case-state.ts";
import type { BranchId, RecordEvent, RunId } from "../../domain/record/events.ts";
import { writeNotation } from "../../domain/reasoning/notation/writer.ts";
import { type CaseView, viewToRecord } from "../../domain/record/fold.ts";

/** Nodes and edges, by their ids and in the order in which they were first stated. */
export type Statements = {
  readonly nodes: ReadonlyMap<string, ArgumentNode>;
  readonly edges: ReadonlyMap<string, ArgumentEdge>;
};

export type ArgumentNow = {
  readonly stands: ArgumentGraph;
  readonly conclusion: BranchState["conclusion"];
  readonly takenBack: Statements;
  readonly setAside: Statements;
  /** What may not be stated again. */
  readonly refused: ReadonlySet<TargetId>;
  /** What stands and a person stated or changed. */
  readonly corrected: Statements;
  /** What of it a run stated, and no person. */
  readonly byRun: ReadonlySet<TargetId>;
  /** Runs that spoke on this branch or on one that it comes from, the newest first. */
  readonly runs: readonly RunId[];
};

/** Reads it for a branch; a branch that is not there has no argument. */
export function readArgumentNow(view: CaseView, branchId: BranchId): ArgumentNow | undefined {
  const branch = view.state.branches.get(branchId);
  if (branch === undefined) return undefined;
  const starts = startsOf(viewToRecord(view));
  const isSetAside = ({ event }: Withdrawn): boolean => starts.has(event);
  const withdrawn = [...branch.withdrawn.values()].toSorted(
    (one, other) => placeOf(branch, one) - placeOf(branch, other),
  );
  const takenBack = toStatements(withdrawn.filter((one) => !isSetAside(one)));
  return {
    stands: branchToGraph(branch),
    conclusion: branch.conclusion,
    takenBack,
    setAside: toStatements(withdrawn.filter(isSetAside)),
    corrected: correctedOf(branch),
    refused: new Set([...takenBack.nodes.keys(), ...takenBack.edges.keys()]),
    byRun: new Set([...branch.made].flatMap(([id, { run }]) => (run === undefined ? [] : [id]))),
    runs: runsOf(view, branch),
  };
}

/** As lines of the notation. */
export function linesOf(statements: Statements): readonly string[] {
  const text = writeNotation({ graph: statements });
  return text === "" ? [] : text.trimEnd().split("\n");
}

/** Starting a branch without what is stale takes that out under the branch's own event. */
function startsOf(record: readonly RecordEvent[]): ReadonlySet<string> {
  return new Set(record.flatMap(({ type, id }) => (type === "branch-start" ? [id] : [])));
}

function placeOf(branch: BranchState, withdrawn: Withdrawn): number {
  const id = withdrawn.type === "node" ? withdrawn.node.id : withdrawn.edge.id;
  return branch.made.get(id)?.position ?? 0;
}

function correctedOf({ nodes, edges, made, changed }: BranchState): Statements {
  const isOwn = (id: string): boolean => made.get(id)?.run === undefined || changed.has(id);
  return {
    nodes: new Map([...nodes].filter(([id]) => isOwn(id))),
    edges: new Map([...edges].filter(([id]) => isOwn(id))),
  };
}

function toStatements(withdrawn: readonly Withdrawn[]): Statements {
  return {
    nodes: new Map(
      withdrawn.flatMap((one) => (one.type === "node" ? [[one.node.id, one.node] as const] : [])),
    ),
    edges: new Map(
      withdrawn.flatMap((one) => (one.type === "edge" ? [[one.edge.id, one.edge] as const] : [])),
    ),
  };
}

function runsOf({ state }: CaseView, branch: BranchState): readonly RunId[] {
  const lineage = new Set<BranchId>();
  for (let at: BranchState | undefined = branch; at !== undefined && !lineage.has(at.id);) {
    lineage.add(at.id);
    at = at.parent === undefined ? undefined : state.branches.get(at.parent);
  }
  return [...state.runs.values()]
    .filter(({ start }) => lineage.has(start.branch))
    .toSorted((one, other) => other.position - one.position)
    .map(({ start }) => start.run);
}
