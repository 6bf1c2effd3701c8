/** The branches as lanes, each below the one that it began from: what it is called, who leads, which one is shown. */

import type { ReactElement } from "react";
import { useDeskActions } from "../actions/desk-actions.ts";
import { timeToWords } from "../common/time-words.ts";
import { useDesk } from "../desk/use-desk.ts";
import { IconButton } from "../kit/IconButton.tsx";
import { BranchIcon, CheckIcon, StarIcon } from "../kit/icons/signs.tsx";
import { joinClasses } from "../kit/join-classes.ts";
import { branchText } from "../text/branches.ts";
import { useLanes, type NamedLane } from "./use-lanes.ts";

/** Scrolls by itself when there are many. */
export function Lanes(): ReactElement {
  const lanes = useLanes();
  return (
    <ul aria-label={branchText.lanes} className="grid max-h-48 grid-cols-1 gap-1 overflow-y-auto">
      {lanes.map((lane) => (
        <li key={lane.id} className="flex items-center gap-1">
          <Lane lane={lane} />
          <Star lane={lane} />
        </li>
      ))}
    </ul>
  );
}

/** Deeper lanes stand further in, up to where a phone has no more room. */
const MOST_INDENT = 4;

function Lane({ lane }: { readonly lane: NamedLane }): ReactElement {
  const { session } = useDesk();
  const { say } = useDeskActions();
  const { id, name, after, depth, isShown, leader, stale } = lane;
  return (
    <button
      type="button"
      aria-pressed={isShown}
      onClick={() => {
        session.showBranch(id);
        say(branchText.nowShown(name));
      }}
      style={{ marginInlineStart: `${Math.min(depth, MOST_INDENT)}rem` }}
      className={joinClasses(
        "flex min-h-8 min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5 rounded-control border px-2.5 py-1 text-start text-small pointer-coarse:min-h-11",
        isShown ? "border-accent bg-accent-soft" : "border-transparent hover:border-line-strong",
      )}
    >
      <span className="flex items-center gap-1.5 font-[580]">
        <span className={isShown ? "text-accent" : "text-ink-faint"}>
          {isShown ? <CheckIcon /> : <BranchIcon />}
        </span>
        {name}
      </span>
      {after !== undefined && <span className="text-ink-soft wrap-anywhere">{after}</span>}
      <span className="text-ink-soft wrap-anywhere">
        {leader === undefined ? branchText.noLeader : branchText.leads(leader)}
      </span>
      {stale > 0 && <span className="text-caution">{branchText.staleCount(stale)}</span>}
      <Began lane={lane} />
    </button>
  );
}

function Began({ lane: { parentName, startTime } }: { readonly lane: NamedLane }): ReactElement | null {
  if (parentName === undefined || startTime === undefined) return null;
  return <span className="text-ink-faint">{branchText.began(parentName, timeToWords(startTime))}</span>;
}

function Star({ lane: { id, name, isFavourite } }: { readonly lane: NamedLane }): ReactElement {
  const desk = useDesk();
  const { settle, say, isWritable } = useDeskActions();
  const favour = async (): Promise<void> => {
    if (isFavourite) return;
    if (await settle(desk.favour(id))) say(branchText.nowFavourite(name));
  };
  return (
    <span className={isFavourite ? "text-accent [&_svg]:fill-current" : "text-ink-faint"}>
      <IconButton
        size="small"
        icon={<StarIcon />}
        label={isFavourite ? branchText.isFavourite(name) : branchText.favour(name)}
        aria-pressed={isFavourite}
        disabled={!isWritable}
        onClick={() => void favour()}
      />
    </span>
  );
}
