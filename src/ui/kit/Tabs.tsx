/** Several panels in one place, one shown at a time. Arrows, Home and End move between the tabs, and moving chooses. */

import { type KeyboardEvent, type ReactElement, type ReactNode, useId } from "react";

export type TabItem = {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** How many things wait inside, heard with the label. */
  readonly count?: number;
  /** Holds something that takes the focus: the panel around it is no stop of its own. */
  readonly content: ReactNode;
};

export type TabsProps = {
  /** What the tabs choose between. */
  readonly label: string;
  readonly tabs: readonly TabItem[];
  readonly selectedId: string;
  readonly onSelect: (id: string) => void;
};

const TAB_CLASS =
  "flex min-h-10 cursor-pointer items-center gap-2 rounded-t-control border-b-3 border-transparent px-3 text-body font-[540] " +
  "whitespace-nowrap text-ink-soft -outline-offset-2 hover:bg-hover hover:text-ink " +
  "aria-selected:border-accent aria-selected:text-ink pointer-coarse:min-h-11 forced-colors:border-[Canvas] forced-colors:aria-selected:border-[Highlight]";

/** The row of tabs scrolls sideways when it is too long. Nothing is looked for in what a panel holds, however much it is. */
export function Tabs({ label, tabs, selectedId, onSelect }: TabsProps): ReactElement {
  const id = useId();
  const place = tabs.findIndex((tab) => tab.id === selectedId);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = placeAfterKey(event.key, place, tabs.length);
    const tab = next === undefined ? undefined : tabs[next];
    if (next === undefined || tab === undefined) return;
    event.preventDefault();
    const button = event.currentTarget.children[next];
    if (button instanceof HTMLElement) button.focus();
    onSelect(tab.id);
  };
  return (
    <div className="min-w-0">
      <div className="overflow-x-auto border-b border-line">
        {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the tabs in it take the focus */}
        <div role="tablist" aria-label={label} onKeyDown={onKeyDown} className="flex gap-1">
          {tabs.map((tab) => (
            <Tab
              key={tab.id}
              tab={tab}
              tabsId={id}
              isSelected={tab.id === selectedId}
              onSelect={() => onSelect(tab.id)}
            />
          ))}
        </div>
      </div>
      {place >= 0 && (
        <div
          key={selectedId}
          role="tabpanel"
          id={`${id}-panel`}
          aria-labelledby={`${id}-${selectedId}`}
          className="pt-4"
        >
          {tabs[place]?.content}
        </div>
      )}
    </div>
  );
}

type TabProps = {
  readonly tab: TabItem;
  readonly tabsId: string;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
};

function Tab({ tab: { id, label, icon, count }, tabsId, isSelected, onSelect }: TabProps): ReactElement {
  return (
    <button
      type="button"
      role="tab"
      id={`${tabsId}-${id}`}
      data-tab={id}
      aria-selected={isSelected}
      aria-controls={isSelected ? `${tabsId}-panel` : undefined}
      tabIndex={isSelected ? 0 : -1}
      onClick={onSelect}
      className={TAB_CLASS}
    >
      {icon}
      {label}
      {count !== undefined && (
        <span className="min-w-5 rounded-full bg-sunken px-1.5 text-center text-fine text-ink-soft tabular-nums">
          {count}
        </span>
      )}
    </button>
  );
}

/** Round from the last to the first; undefined for a key that moves nothing. */
function placeAfterKey(key: string, place: number, count: number): number | undefined {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (key === "ArrowRight") return (place + 1) % count;
  return key === "ArrowLeft" ? (place - 1 + count) % count : undefined;
}
