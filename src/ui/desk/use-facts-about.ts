/**
 * Several facts about one thing by one subscription. A long dialogue shows many things, and whoever subscribes is asked
 * again with every change of the record: so each is asked once, and only when something of the argument is another.
 */
import { useMemo } from "react";
import type { DeskFacts } from "../../workbench/desk/desk-facts.ts";
import { useFacts } from "./use-desk.ts";

type Values = Readonly<Record<string, unknown>>;

/** The same value for as long as each of its parts is the same. `read` is a function that stays, and sees only the argument. */
export function useFactsAbout<Thing, About extends Values>(
  thing: Thing,
  read: (facts: DeskFacts, thing: Thing) => About,
): About {
  return useFacts(useMemo(() => createReader(thing, read), [thing, read]));
}

function createReader<Thing, About extends Values>(
  thing: Thing,
  read: (facts: DeskFacts, thing: Thing) => About,
): (facts: DeskFacts) => About {
  let last: { readonly facts: DeskFacts; readonly about: About } | undefined;
  return (facts) => {
    if (last !== undefined && isSameArgument(last.facts, facts)) return last.about;
    const next = read(facts, thing);
    const about = last !== undefined && isSame(last.about, next) ? last.about : next;
    last = { facts, about };
    return about;
  };
}

/** A run that only thinks changes the record, and nothing of this. */
function isSameArgument(one: DeskFacts, other: DeskFacts): boolean {
  return (
    one.branch === other.branch &&
    one.graph === other.graph &&
    one.strengths === other.strengths &&
    one.leader === other.leader &&
    one.live.view.state.annotationsAt === other.live.view.state.annotationsAt
  );
}

function isSame(one: Values, other: Values): boolean {
  return Object.keys(one).every((key) => Object.is(one[key], other[key]));
}
