/** Several panels in one place, one shown at a time. Arrows move between the tabs. Load it on demand. */

import type { ReactElement, ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from "react-aria-components/Tabs";

export type TabItem = {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** How many things wait inside, heard with the label. */
  readonly count?: number;
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
  "data-selected:border-accent data-selected:text-ink pointer-coarse:min-h-11 forced-colors:border-[Canvas] forced-colors:data-selected:border-[Highlight]";

/** The row of tabs scrolls sideways when it is too long. */
export function Tabs({ label, tabs, selectedId, onSelect }: TabsProps): ReactElement {
  return (
    <AriaTabs selectedKey={selectedId} onSelectionChange={(key) => onSelect(String(key))} className="min-w-0">
      <div className="overflow-x-auto border-b border-line">
        <TabList aria-label={label} className="flex gap-1">
          {tabs.map((tab) => (
            <Tab key={tab.id} id={tab.id} data-tab={tab.id} className={TAB_CLASS}>
              {tab.icon}
              {tab.label}
              {tab.count !== undefined && (
                <span className="min-w-5 rounded-full bg-sunken px-1.5 text-center text-fine text-ink-soft tabular-nums">
                  {tab.count}
                </span>
              )}
            </Tab>
          ))}
        </TabList>
      </div>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="pt-4">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
