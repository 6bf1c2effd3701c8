/** Keeping the end of the dialogue in sight for as long as it was, whatever is added to it and however tall it turns out to be. */
import { type RefObject, useEffectEvent, useLayoutEffect, useRef } from "react";
import { useStore } from "zustand/react";
import { useDesk } from "../desk/use-desk.ts";

/** So near the end counts as the end. */
const END_PIXELS = 80;

export type FollowEnd = {
  /** Around everything that scrolls. */
  readonly content: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
};

/** A dialogue that was there before is read from its beginning, unless more is being said. */
export function useFollowEnd(
  list: RefObject<HTMLElement | null>,
  count: number,
  isRunning: boolean,
): FollowEnd {
  const isFollowing = useRef(count === 0 || isRunning);
  const content = useRef<HTMLDivElement>(null);
  const passage = useStore(useDesk().selection, (selection) => selection.passage);
  useLayoutEffect(() => {
    // Whoever goes to a passage leaves the end, also where it grows taller on the way there.
    if (passage !== undefined) isFollowing.current = false;
  }, [passage]);
  const last = useRef({ top: 0, height: 0 });
  const note = (element: HTMLElement): void => {
    last.current = { top: element.scrollTop, height: element.scrollHeight };
  };
  const follow = useEffectEvent((_count: number) => {
    const element = list.current;
    if (element === null || !isFollowing.current) return;
    element.scrollTo({ top: element.scrollHeight });
    note(element);
  });
  useLayoutEffect(() => follow(count), [count]);
  useLayoutEffect(() => {
    // Rows are measured only once they are near, which moves the end away after it was reached.
    const observer = new ResizeObserver(() => follow(0));
    if (content.current !== null) observer.observe(content.current);
    return () => observer.disconnect();
  }, []);
  const onScroll = (): void => {
    const element = list.current;
    if (element === null) return;
    const { scrollTop, clientHeight, scrollHeight } = element;
    const isAtEnd = scrollHeight - scrollTop - clientHeight < END_PIXELS;
    // Where the height is another, it was the browser that moved, not a person.
    const isMovedUp = scrollTop < last.current.top && scrollHeight === last.current.height;
    if (isAtEnd) isFollowing.current = true;
    else if (isMovedUp) isFollowing.current = false;
    note(element);
  };
  return { content, onScroll };
}
