/** What a correction would do, before it is made: who would lead, and which strengths move most. */

import type { ReactElement } from "react";
import { diffGraphs } from "../../../domain/argument/graph-diff.ts";
import type { Strengths } from "../../../domain/argument/strength/strengths.ts";
import { sayMove } from "../../answers/say-move.ts";
import { correctionText } from "../../text/corrections.ts";

/** So many strengths are named. */
const MOST = 3;
/** Smaller moves do not show in two digits. */
const SHOWN_FROM = 0.005;

export type PreviewProps = { readonly before: Strengths; readonly after: Strengths };

/** Computed from the graph, as the answer to "what if" is. */
export function Preview({ before, after }: PreviewProps): ReactElement {
  const { leader, strengths } = diffGraphs(before, after);
  const nameOf = (id: string | undefined): string => after.graph.nodes.get(id ?? "")?.text ?? "";
  const moved = strengths.filter((move) => Math.abs(move.after - move.before) >= SHOWN_FROM);
  return (
    <div className="grid gap-0.5 rounded-control bg-sunken px-3 py-2 text-small">
      <p className="font-[580]">{correctionText.preview}</p>
      <p className="wrap-anywhere">{sayLeader(before, leader, nameOf)}</p>
      <ul className="text-ink-soft">
        {moved.slice(0, MOST).map((move) => (
          <li key={move.nodeId} className="wrap-anywhere">
            {`${nameOf(move.nodeId)}: ${sayMove(move.before, move.after)}`}
          </li>
        ))}
        {moved.length === 0 && <li>{correctionText.nothingMoves}</li>}
      </ul>
    </div>
  );
}

function sayLeader(
  { graph }: Strengths,
  leader: ReturnType<typeof diffGraphs>["leader"],
  nameOf: (id: string | undefined) => string,
): string {
  if (leader.after === undefined) return correctionText.noLeader;
  if (!leader.changed) return correctionText.leaderStays(nameOf(leader.after));
  const before = graph.nodes.get(leader.before ?? "")?.text;
  return before === undefined
    ? correctionText.leaderIs(nameOf(leader.after))
    : correctionText.leaderBecomes(nameOf(leader.after), before);
}
