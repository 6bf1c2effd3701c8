/** The panels of a case side by side where there is room, and one at a time where there is not. */

import { type ReactElement, type ReactNode, useRef, useState, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";
import { Splitter } from "../kit/Splitter.tsx";
import { Tabs, type TabItem } from "../kit/Tabs.tsx";
import { caseText } from "../text/case.ts";
import { SkipTo } from "./SkipTo.tsx";

/** What the app puts into the case screen; a panel never knows another. */
export type CaseSlots = {
  /** At the title, for what is done with the whole case. */
  readonly tools: readonly CaseSlot[];
  readonly runBar: ReactNode;
  /** Slim, below the run bar, each nothing where it has nothing to say. */
  readonly bars: readonly CaseSlot[];
  readonly dialogue: ReactNode;
  /** Different pictures of the same argument, the first one shown first. */
  readonly views: readonly (CaseSlot & { readonly id: keyof typeof caseText.panes })[];
};

export type CaseSlot = { readonly id: string; readonly panel: ReactNode };

export type CasePanelsProps = {
  readonly note: ReactNode;
  readonly slots: CaseSlots;
  /** Whether note and dialogue have been painted: what pictures the case comes behind them. */
  readonly isSeen: boolean;
};

const WIDE = "(width >= 64rem)";

/** Three columns on a desk, tabs on a phone. */
export function CasePanels(props: CasePanelsProps): ReactElement {
  const isWide = useSyncExternalStore(subscribe, () => matchMedia(WIDE).matches);
  return isWide ? <SideBySide {...props} /> : <OneAtATime {...props} />;
}

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

/** Each column scrolls by itself, so that a sentence and what rests on it can be seen together. */
function SideBySide({ note, slots, isSeen }: CasePanelsProps): ReactElement {
  const { dialogue, views } = slots;
  const [view, setView] = useState<string>(views[0]?.id ?? "");
  const middle = useRef<HTMLElement>(null);
  const right = useRef<HTMLDivElement>(null);
  const pictures = (
    <Tabs
      label={caseText.views}
      selectedId={view}
      onSelect={setView}
      tabs={views.map(({ id, panel }) => ({
        id,
        label: caseText.panes[id],
        content: (
          <div className="relative h-[calc(var(--desk-height)-4.5rem)] overflow-auto">{isSeen && panel}</div>
        ),
      }))}
    />
  );
  return (
    <div className="h-(--desk-height) [--desk-height:max(34rem,calc(100dvh-5rem))]">
      <Splitter
        label={caseText.noteWidth}
        initialShare={0.28}
        least={0.2}
        most={0.5}
        first={
          <div className="relative pe-2">
            <SkipTo label={caseText.skipToDialogue} place={middle} />
            <SkipTo label={caseText.skipToViews} place={right} />
            {note}
          </div>
        }
        second={
          <Splitter
            label={caseText.dialogueWidth}
            initialShare={0.5}
            first={
              <section
                ref={middle}
                tabIndex={-1}
                aria-label={caseText.panes.dialogue}
                className="relative h-full min-h-0 px-2"
              >
                <SkipTo label={caseText.skipToViews} place={right} />
                {dialogue}
              </section>
            }
            second={
              <div ref={right} tabIndex={-1} className="relative ps-2">
                {pictures}
              </div>
            }
          />
        }
      />
    </div>
  );
}

function OneAtATime({ note, slots }: CasePanelsProps): ReactElement {
  const [shown, setShown] = useState("note");
  const place = useRef<HTMLDivElement>(null);
  const show = (id: string): void => {
    // Only once the new panel has its height there is somewhere to scroll to.
    flushSync(() => setShown(id));
    // What stands above is the same for every panel, and would fill the window of a phone again.
    place.current?.scrollIntoView({ block: "start" });
  };
  const tabs: readonly TabItem[] = [
    { id: "note", label: caseText.panes.note, content: note },
    { id: "dialogue", label: caseText.panes.dialogue, content: slots.dialogue },
    // On a phone the outline is the better picture, so the graph comes last.
    ...slots.views
      .toSorted((one, other) => Number(one.id === "graph") - Number(other.id === "graph"))
      .map(({ id, panel }) => ({
        id,
        label: caseText.panes[id],
        content: panel,
      })),
  ];
  return (
    <div ref={place} className="min-h-dvh scroll-mt-16">
      <Tabs label={caseText.panels} tabs={tabs} selectedId={shown} onSelect={show} />
    </div>
  );
}
