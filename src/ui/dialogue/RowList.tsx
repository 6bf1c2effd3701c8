/** The rows of the dialogue in a place that scrolls; it follows the newest for as long as its end is in sight. */

import { useRef, useState } from "react";
import type { ReactElement, ReactNode } from "react";
import { useIsRunning } from "../desk/use-run.ts";
import { dialogueText } from "../text/dialogue.ts";
import { Button } from "../kit/Button.tsx";
import { Chip } from "../kit/Chip.tsx";
import { CautionIcon } from "../kit/icons/signs.tsx";
import type { DialogueRows } from "./dialogue-rows.ts";
import { RowBlock } from "./RowBlock.tsx";
import { useCardKeys } from "./use-card-keys.ts";
import { useFollowEnd } from "./use-follow-end.ts";
import { stepByTab } from "./step-by-tab.ts";

export type RowListProps = {
  readonly dialogue: DialogueRows;
  /** After the last row. */
  readonly children: ReactNode;
};

const BLOCK_ROWS = 24;

/** One tab stop; arrows move inside. */
export function RowList({ dialogue, children }: RowListProps): ReactElement {
  const list = useRef<HTMLElement>(null);
  const after = useRef<HTMLSpanElement>(null);
  const { wanted, show, onKeyDown } = useCardKeys(list, dialogue);
  const { rows, count, unread } = dialogue;
  const { content, onScroll } = useFollowEnd(list, count, useIsRunning());
  return (
    <>
      {unread.length > 0 && <UnreadCount unread={unread} onShow={show} />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys move between its cards */}
      <section
        ref={list}
        aria-label={dialogueText.turns}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={onScroll}
        onKeyDown={(event) => {
          if (stepByTab(event, list.current, after.current)) return;
          if (event.target === list.current && event.key === "ArrowDown") show(firstCard(dialogue));
          else onKeyDown(event);
        }}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1"
      >
        <div ref={content} className="grid grid-cols-1 content-start gap-2">
          {Array.from({ length: Math.ceil(count / BLOCK_ROWS) }, (_, block) => {
            const start = block * BLOCK_ROWS;
            const end = Math.min(count, start + BLOCK_ROWS);
            const isWanted = wanted !== undefined && wanted >= start && wanted < end;
            return (
              <RowBlock
                key={start}
                rows={rows}
                start={start}
                end={end}
                isWanted={isWanted}
                isLast={end === count}
              />
            );
          })}
          {children}
        </div>
        <span ref={after} tabIndex={-1} />
      </section>
    </>
  );
}

function firstCard({ rows, count }: DialogueRows): number {
  const place = rows.slice(0, count).findIndex(({ type }) => type === "statement" || type === "question");
  return Math.max(0, place);
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
