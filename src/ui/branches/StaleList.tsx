/** Everything that is out of date, by what made it so; each can be shown, and said to still hold. */

import { useEffect, useEffectEvent, useRef, type ReactElement, type RefObject } from "react";
import type { StaleMark } from "../../domain/record/case-state.ts";
import { isOwn } from "../../domain/record/settle.ts";
import type { EventId } from "../../domain/record/events.ts";
import { useDeskActions } from "../actions/desk-actions.ts";
import { targetWords } from "../actions/node-words.ts";
import { sayChange } from "../answers/say-change.ts";
import { focusContent } from "../common/focus-content.ts";
import { useDesk, useFacts } from "../desk/use-desk.ts";
import { Button } from "../kit/Button.tsx";
import { CheckCircleIcon } from "../kit/icons/signs.tsx";
import { branchText } from "../text/branches.ts";
import { correctionText } from "../text/corrections.ts";
import { kindWords } from "../text/dialogue.ts";

/** So many are listed for one cause; the rest is counted. */
const MOST_LISTED = 40;

/** It may have been asked for from far away, by a message that is gone with its buttons. */
export function StaleList(): ReactElement {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.scrollIntoView({ block: "nearest" });
    if (document.activeElement === document.body) list.current?.querySelector("button")?.focus();
  }, [list]);
  const stale = useFacts(({ branch }) => branch?.stale);
  const nodes = useFacts(({ graph }) => graph.nodes);
  const onPress = useFocusNext(list, stale);
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
              <StaleStep key={id} id={id} onPress={onPress} />
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
    if (event?.type === "statement-close" && event.statement.type === "node")
      return branchText.becauseReworded(event.statement.node.text);
    const change = event && branch && sayChange(branch, event);
    return change === undefined ? branchText.becauseUnknown : branchText.because(change);
  });
  return <p className="font-[560] wrap-anywhere">{words}</p>;
}

function StaleStep({ id, onPress }: Pick<SettleProps, "id" | "onPress">): ReactElement {
  const desk = useDesk();
  const kind = useFacts(({ graph }) => graph.nodes.get(id)?.kind);
  const name = useFacts(({ graph }) => targetWords(graph, id));
  const type = useFacts(({ graph }) => (graph.nodes.has(id) ? "node" : "edge"));
  const isPersons = useFacts(({ branch }) => branch !== undefined && isOwn(branch, id));
  return (
    <li className="flex items-start justify-between gap-2 pe-1">
      <span className="min-w-0">
        <button
          type="button"
          onClick={() => desk.select({ type, id })}
          className="min-h-7 text-start wrap-anywhere underline-offset-2 hover:underline pointer-coarse:min-h-11"
        >
          {kind !== undefined && <span className="font-[560]">{kindWords[kind]}: </span>}
          {name}
        </button>
        {isPersons && <span className="text-ink-soft"> ({branchText.isOwn})</span>}
      </span>
      <Settle id={id} name={name} onPress={onPress} />
    </li>
  );
}

type SettleProps = {
  readonly id: string;
  readonly name: string;
  readonly onPress: (button: HTMLElement) => void;
};

function Settle({ id, name, onPress }: SettleProps): ReactElement | null {
  const desk = useDesk();
  const { settle, isWritable } = useDeskActions();
  if (!isWritable) return null;
  return (
    <Button
      data-settle
      size="small"
      tone="quiet"
      className="shrink-0"
      icon={<CheckCircleIcon />}
      aria-label={correctionText.stillHoldsOf(name)}
      onClick={({ currentTarget }) => {
        onPress(currentTarget);
        void settle(desk.correct({ type: "settle", target: id }));
      }}
    >
      {correctionText.stillHolds}
    </Button>
  );
}

/** Its row goes with what was pressed, and the focus must not go with it: on to the next, or to where the case begins. */
function useFocusNext(list: RefObject<HTMLElement | null>, stale: unknown): SettleProps["onPress"] {
  const place = useRef<number>(undefined);
  const buttons = () => [...(list.current?.querySelectorAll<HTMLElement>("[data-settle]") ?? [])];
  const goOn = useEffectEvent((_stale: unknown) => {
    if (place.current === undefined || document.activeElement !== document.body) return;
    const left = buttons();
    left[Math.min(place.current, left.length - 1)]?.focus();
    place.current = undefined;
  });
  useEffect(() => goOn(stale), [stale]);
  useEffect(
    () => () => {
      if (place.current !== undefined && document.activeElement === document.body) focusContent();
    },
    [],
  );
  return (button) => {
    place.current = buttons().indexOf(button);
  };
}
