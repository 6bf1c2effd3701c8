/** What a card of the dialogue shows of the argument as it stands now. */
import type { ArgumentEdge, ArgumentNode } from "../../domain/argument/graph.ts";
import { targetToKey } from "../../domain/record/anchors.ts";
import type { DeskFacts } from "../../workbench/desk/desk-facts.ts";
import { targetWords } from "../actions/node-words.ts";
import { sayStrength } from "../answers/say-node.ts";

export type NodeFacts = {
  /** Undefined when it was retracted. */
  readonly current: ArgumentNode | undefined;
  readonly isLeader: boolean;
  readonly isStale: boolean;
  readonly strength: number | undefined;
  /** The strength in words. */
  readonly words: string | undefined;
  /** Whether anybody made a mark on it, on whatever branch. */
  readonly isMarked: boolean;
};

/** Of a step, by its id. */
export function readNodeFacts(facts: DeskFacts, id: string): NodeFacts {
  const { branch, leader, strengths } = facts;
  return {
    current: branch?.nodes.get(id),
    isLeader: leader === id,
    isStale: branch?.stale.has(id) === true,
    strength: strengths.byNode.get(id),
    words: sayStrength(facts, id),
    isMarked: isMarked(facts, "node", id),
  };
}

export type EdgeFacts = {
  /** Undefined when it was retracted, and while one of its ends is not there yet. */
  readonly current: ArgumentEdge | undefined;
  readonly isWithdrawn: boolean;
  readonly isStale: boolean;
  readonly isMarked: boolean;
  /** What its ends are called. */
  readonly from: string;
  readonly to: string;
};

/** Of a link, as it was stated. */
export function readEdgeFacts(facts: DeskFacts, stated: ArgumentEdge): EdgeFacts {
  const { branch, graph } = facts;
  const { id } = stated;
  const current = branch?.edges.get(id);
  const { from, to } = current ?? stated;
  return {
    current,
    isWithdrawn: branch?.withdrawn.has(id) === true,
    isStale: branch?.stale.has(id) === true,
    isMarked: isMarked(facts, "edge", id),
    from: targetWords(graph, from),
    to: targetWords(graph, to),
  };
}

function isMarked({ live }: DeskFacts, type: "node" | "edge", id: string): boolean {
  return live.view.state.annotationsAt.has(targetToKey(type, id));
}
