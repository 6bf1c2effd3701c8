/** Says politely, and not too often, how the argument has grown and who leads: what a sighted person sees happen. */

import { useEffect, useState, type ReactElement } from "react";
import { sayStrength } from "../answers/say-node.ts";
import { useDesk } from "../desk/use-desk.ts";
import { outlineText } from "../text/outline.ts";
import type { DeskFacts } from "../../workbench/desk/desk-facts.ts";

/** How long changes are gathered before they are said. */
const GATHERED_MS = 3000;

/** A live region that begins empty: what was there when the panel opened is no news. */
export function NewsOfArgument(): ReactElement {
  const { facts } = useDesk();
  const [news, setNews] = useState("");
  useEffect(() => {
    let said = sayArgument(facts.getState());
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      waiting = undefined;
      const now = sayArgument(facts.getState());
      if (now !== said) setNews(now);
      said = now;
    };
    const stop = facts.subscribe(() => {
      waiting ??= setTimeout(tell, GATHERED_MS);
    });
    return () => {
      stop();
      clearTimeout(waiting);
    };
  }, [facts]);
  return <output className="sr-only">{news}</output>;
}

function sayArgument(facts: DeskFacts): string {
  const { graph, leader } = facts;
  const grown = outlineText.arrived(graph.nodes.size, graph.edges.size);
  const name = graph.nodes.get(leader ?? "")?.text;
  if (leader === undefined || name === undefined) return grown;
  return `${grown} ${outlineText.leads(name, sayStrength(facts, leader) ?? "")}`;
}
