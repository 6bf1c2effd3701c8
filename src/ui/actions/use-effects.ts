/** What a change made by a person did: who leads now, and what is out of date. Said once, for every way to change. */
import { useEffect, useState } from "react";
import type { EventType } from "../../domain/record/events.ts";
import type { Desk } from "../../workbench/desk/desk.ts";
import type { DeskFacts } from "../../workbench/desk/desk-facts.ts";
import { correctionText } from "../text/corrections.ts";

export type Effect = {
  readonly id: string;
  readonly words: string;
  /** Whether more than before is out of date. */
  readonly isStale: boolean;
};

/** What a person does to graph or note, and takes back; a run and a question have a voice of their own. */
const CHANGES: ReadonlySet<EventType> = new Set<EventType>([
  "text-revise",
  "node-add",
  "node-edit",
  "node-retract",
  "edge-add",
  "edge-edit",
  "edge-retract",
  "stale-settle",
  "change-undo",
  "change-redo",
]);

/** The last effect that was not put away. */
export function useEffects(desk: Desk): {
  readonly effect: Effect | undefined;
  readonly putAway: () => void;
} {
  const [effect, setEffect] = useState<Effect>();
  useEffect(
    () =>
      desk.facts.subscribe((now, before) => {
        // What was said of one branch would be read as said of the other.
        if (now.live.branch !== before.live.branch) setEffect(undefined);
        if (desk.case.getState().lookingAt !== undefined || !isChanged(before, now)) return;
        const words = sayEffect(before, now);
        if (words === "") return;
        const isStale = countStale(now) > countStale(before);
        setEffect({ id: `effect ${now.live.view.length}`, words, isStale });
      }),
    [desk],
  );
  return { effect, putAway: () => setEffect(undefined) };
}

/** Another branch or another time is another argument, no effect. */
function isChanged({ live: before }: DeskFacts, { live: now }: DeskFacts): boolean {
  if (now.branch !== before.branch || now.view.log !== before.view.log) return false;
  const events = now.view.log.events.slice(before.view.length, now.view.length);
  return events.length > 0 && events.every(({ type }) => CHANGES.has(type));
}

function sayEffect(before: DeskFacts, now: DeskFacts): string {
  const parts: string[] = [];
  const name = now.graph.nodes.get(now.leader ?? "")?.text;
  if (now.leader !== before.leader && name !== undefined) {
    const was = before.graph.nodes.get(before.leader ?? "")?.text;
    parts.push(was === undefined ? correctionText.leaderIs(name) : correctionText.leaderWas(name, was));
  }
  const [stale, wasStale] = [countStale(now), countStale(before)];
  if (stale !== wasStale) parts.push(stale === 0 ? correctionText.staleGone : correctionText.staleNow(stale));
  return parts.join(" ");
}

/** Steps and links that depend on something that was changed since. */
function countStale({ branch }: DeskFacts): number {
  return branch?.stale.size ?? 0;
}
