/** The rows of the dialogue in a place that scrolls; it follows the newest for as long as its end is in sight. */

import { useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import type { ReactElement, ReactNode, RefObject } from "react";
import { useIsRunning } from "../desk/use-run.ts";
import { dialogueText } from "../text/dialogue.ts";
import { Button } from "../kit/Button.tsx";
import { Chip } from "../kit/Chip.tsx";
import { CautionIcon } from "../kit/icons/signs.tsx";
import type { DialogueRows } from "./dialogue-rows.ts";
import { RowBlock } from "./RowBlock.tsx";
import { useCardKeys } from "./use-card-keys.ts";

export type RowListProps = {
  readonly dialogue: DialogueRows;
  /** After the last row. */
  readonly children: ReactNode;
};

const BLOCK_ROWS = 24;
/** So near the end counts as the end. */
const END_PIXELS = 80;

/** One tab stop; arrows move inside. */
export function RowList({ dialogue, children }: RowListProps): ReactElement {
  const list = useRef<HTMLElement>(null);
  const { wanted, show, onKeyDown } = useCardKeys(list, dialogue);
  const { rows, count, unread } = dialogue;
  const follow = useFollowEnd(list, count, useIsRunning());
  return (
    <>
      {unread.length > 0 && <UnreadCount unread={unread} onShow={show} />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys move between its cards */}
      <section
        ref={list}
        aria-label={dialogueText.turns}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={follow.onScroll}
        onKeyDown={(event) => {
          if (event.target === list.current && event.key === "ArrowDown") show(firstCard(dialogue));
          else onKeyDown(event);
        }}
        className="grid min-h-0 flex-1 grid-cols-1 content-start gap-2 overflow-y-auto overscroll-contain p-1"
      >
        {Array.from({ length: Math.ceil(count / BLOCK_ROWS) }, (_, block) => {
          const start = block * BLOCK_ROWS;
          const end = Math.min(count, start + BLOCK_ROWS);
          const isWanted = wanted !== undefined && wanted >= start && wanted < end;
          return <RowBlock key={start} rows={rows} start={start} end={end} isWanted={isWanted} />;
        })}
        {children}
      </section>
    </>
  );
}

function firstCard({ rows, count }: DialogueRows): number {
  const place = rows.slice(0, count).findIndex(({ type }) => type === "statement" || type === "question");
  return Math.max(0, place);
}

/** What has to be done to keep the end in sight, and to know whether it is. */
function useFollowEnd(list: RefObject<HTMLElement | null>, count: number, isRunning: boolean) {
  // A dialogue that was there before is read from its beginning, unless more is being said.
  const isFollowing = useRef(count === 0 || isRunning);
  const follow = useEffectEvent((_count: number) => {
    if (isFollowing.current) list.current?.scrollTo({ top: list.current.scrollHeight });
  });
  useLayoutEffect(() => follow(count), [count]);
  return {
    onScroll: (): void => {
      const element = list.current;
      if (element === null) return;
      const { scrollTop, clientHeight, scrollHeight } = element;
      isFollowing.current = scrollHeight - scrollTop - clientHeight < END_PIXELS;
    },
  };
}

type UnreadCountProps = {
  readonly unread: readonly number[];
  readonly onShow: (place: number) => void;
};

function UnreadCount({ unread, onShow }: UnreadCountProps): ReactElement {
  const [next, setNext] = useState(0);
  return (
    <div className="flex flex-wrap items-center gap-2 pb-2">
      <Chip tone="caution" icon={<CautionIcon />}>
        {dialogueText.unreadCount(unread.length)}
      </Chip>
      <Button
        size="small"
        tone="quiet"
        onClick={() => {
          onShow(unread[next % unread.length] ?? 0);
          setNext(next + 1);
        }}
      >
        {dialogueText.nextUnread}
      </Button>
    </div>
  );
}
