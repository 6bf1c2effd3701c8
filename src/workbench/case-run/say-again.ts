/**
 * What a script says again after a correction. It cannot think anew: of its own lines that were set aside it repeats
 * those that can still stand, nothing that cites a sentence that is gone and nothing that hangs on what was taken back.
 */
import type { ArgumentEdge, ArgumentNode } from "../../domain/argument/graph.ts";
import type { CaseState } from "../../domain/record/case-state.ts";
import { citedSentences, referencedIds } from "../../domain/reasoning/notation/references.ts";
import { writeNotation } from "../../domain/reasoning/notation/writer.ts";
import type { ArgumentNow } from "./argument-now.ts";

type Again = { readonly nodes: Map<string, ArgumentNode>; readonly edges: Map<string, ArgumentEdge> };

/** The lines, with the conclusion where its leader stands; undefined where nothing is left to say. */
export function sayAgain(now: ArgumentNow, { text }: Pick<CaseState, "text">): string | undefined {
  const { conclusion } = now;
  const again = findOwn(now, new Set(text?.byId.keys()));
  while (dropHanging(now, again));
  if (again.nodes.size + again.edges.size === 0) return undefined;
  const leads =
    conclusion !== undefined &&
    (now.stands.nodes.has(conclusion.leader) || again.nodes.has(conclusion.leader));
  return writeNotation({ graph: again, ...(leads ? { conclusion } : {}) }, "scripted");
}

/** What a person added is theirs to add again. */
function findOwn({ setAside, byRun }: ArgumentNow, sentences: ReadonlySet<string>): Again {
  const nodes = [...setAside.nodes].filter(
    ([id, node]) =>
      byRun.has(id) && citedSentences({ type: "node", node }).every((sentence) => sentences.has(sentence)),
  );
  return { nodes: new Map(nodes), edges: new Map([...setAside.edges].filter(([id]) => byRun.has(id))) };
}

/** Takes out what has lost what it hangs on; true while that may make more hang in the air. */
function dropHanging(now: ArgumentNow, again: Again): boolean {
  const { stands } = now;
  const isThere = (id: string): boolean =>
    again.nodes.has(id) || again.edges.has(id) || stands.nodes.has(id) || stands.edges.has(id);
  const edges = [...again.edges.values()].filter(({ from, to }) => !isThere(from) || !isThere(to));
  for (const { id } of edges) again.edges.delete(id);
  const nodes = [...again.nodes.values()].filter(
    (node) => !referencedIds({ type: "node", node }).every(isThere) || hasLostItsGrounds(now, again, node),
  );
  for (const { id } of nodes) again.nodes.delete(id);
  return edges.length + nodes.length > 0;
}

/** A hypothesis may stand by itself; an inference of which no reason is left follows from nothing. */
function hasLostItsGrounds(
  { stands, setAside, takenBack }: ArgumentNow,
  again: Again,
  node: ArgumentNode,
): boolean {
  if (node.kind !== "inference") return false;
  const isGround = ({ kind, to }: ArgumentEdge): boolean =>
    to === node.id && (kind === "derives" || kind === "supports");
  const had = [...setAside.edges.values(), ...takenBack.edges.values()].some(isGround);
  return had && ![...stands.edges.values(), ...again.edges.values()].some(isGround);
}
