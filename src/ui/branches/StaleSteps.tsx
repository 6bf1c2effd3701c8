/** How much is out of date, what it is and why, and the way to run only that again. */

import { useEffect, useRef, type ReactElement } from "react";
import type { StaleMark } from "../../domain/record/case-state.ts";
import type { EventId } from "../../domain/record/events.ts";
import { useDeskActions } from "../actions/desk-actions.ts";
import { targetWords } from "../actions/node-words.ts";
import { useStaleList } from "../actions/stale-list.ts";
import { useRerun } from "../actions/use-rerun.ts";
import { sayChange } from "../answers/say-change.ts";
import { useDesk, useFacts } from "../desk/use-desk.ts";
import { Hint } from "../kit/Hint.tsx";
import { Button } from "../kit/Button.tsx";
import { RefreshIcon } from "../kit/icons/arrows.tsx";
import { CautionIcon } from "../kit/icons/signs.tsx";
import { hintOf } from "../text/hints.ts";
import { branchText } from "../text/branches.ts";
import { kindWords } from "../text/dialogue.ts";

/** So many are listed for one cause; the rest is counted. */
const MOST_LISTED = 40;

/** The list opens in place, and from the message about a correction. */
export function StaleSteps({ count }: { readonly count: number }): ReactElement {
  const { isOpen, setOpen } = useStaleList();
  return (
    <div className="grid grid-cols-1 gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <p className="flex items-center gap-2 font-[580]" title={branchText.staleHelp}>
          <span className="text-caution">
            <CautionIcon />
          </span>
          {branchText.stale(count)}
        </p>
        <Hint {...hintOf("stale")} />
        <Button size="small" tone="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? branchText.hideThem : branchText.showThem}
        </Button>
        <RunThese />
      </div>
      {isOpen && <StaleList />}
    </div>
  );
}

function RunThese(): ReactElement | null {
  const { settle, isWritable } = useDeskActions();
  const { rerun, isRunning } = useRerun(settle);
  if (!isWritable) return null;
  return (
    <>
      <Button size="small" icon={<RefreshIcon />} disabled={rerun === undefined} onClick={rerun}>
        {branchText.runOnlyThese}
      </Button>
      {rerun === undefined && (
        <span className="text-small text-ink-soft">
          {isRunning ? branchText.running : branchText.noEngine}
        </span>
      )}
    </>
  );
}

function StaleList(): ReactElement {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // It may have been asked for from far away, by a message that is gone with its buttons.
    list.current?.scrollIntoView({ block: "nearest" });
    if (document.activeElement === document.body) list.current?.querySelector("button")?.focus();
  }, [list]);
  const stale = useFacts(({ branch }) => branch?.stale);
  const nodes = useFacts(({ graph }) => graph.nodes);
  const causes = new Map<EventId, string[]>();
  // Steps are read before the links between them.
  const marks = [...(stale ?? new Map<string, StaleMark>())].toSorted(
    ([one], [other]) => Number(nodes.has(other)) - Number(nodes.has(one)),
  );
  for (const [id, { cause }] of marks) causes.set(cause, [...(causes.get(cause) ?? []), id]);
  return (
    <ul
      ref={list}
      className="grid max-h-60 grid-cols-1 gap-2 overflow-y-auto border-t border-line pt-2 scroll-mt-24 text-small"
    >
      {[...causes].map(([cause, ids]) => (
        <li key={cause}>
          <Because cause={cause} />
          <ul className="grid grid-cols-1 sm:grid-cols-2 sm:gap-x-4">
            {ids.slice(0, MOST_LISTED).map((id) => (
              <li key={id}>
                <StaleStep id={id} />
              </li>
            ))}
          </ul>
          {ids.length > MOST_LISTED && (
            <p className="text-ink-soft">{branchText.more(ids.length - MOST_LISTED)}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Because({ cause }: { readonly cause: EventId }): ReactElement {
  const words = useFacts(({ live: { view }, branch }) => {
    const event = view.log.events[view.log.positions.get(cause) ?? -1];
    return event === undefined || branch === undefined ? undefined : sayChange(branch, event);
  });
  return (
    <p className="font-[560] wrap-anywhere">
      {words === undefined ? branchText.becauseUnknown : branchText.because(words)}
    </p>
  );
}

function StaleStep({ id }: { readonly id: string }): ReactElement {
  const desk = useDesk();
  const kind = useFacts(({ graph }) => graph.nodes.get(id)?.kind);
  const name = useFacts(({ graph }) => targetWords(graph, id));
  const type = useFacts(({ graph }) => (graph.nodes.has(id) ? "node" : "edge"));
  return (
    <button
      type="button"
      onClick={() => desk.select({ type, id })}
      className="min-h-7 text-start wrap-anywhere underline-offset-2 hover:underline pointer-coarse:min-h-11"
    >
      {kind !== undefined && <span className="font-[560]">{kindWords[kind]}: </span>}
      {name}
    </button>
  );
}
