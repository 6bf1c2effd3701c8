/** Arrows and chevrons. Drawn for this app. */

import type { ReactElement } from "react";
import { Icon } from "./Icon.tsx";

export const ChevronDownIcon = (): ReactElement => <Icon path="M6 9.5l6 6 6-6" />;
export const ChevronRightIcon = (): ReactElement => <Icon path="M9.5 6l6 6-6 6" />;
export const ArrowRightIcon = (): ReactElement => <Icon path="M4 12h15.5M13.5 6l6 6-6 6" />;
export const UndoIcon = (): ReactElement => <Icon path="M8.5 4.5 4 9l4.5 4.5M4 9h10a5.5 5.5 0 0 1 0 11h-3" />;
export const RedoIcon = (): ReactElement => (
  <Icon path="M15.5 4.5 20 9l-4.5 4.5M20 9H10a5.5 5.5 0 0 0 0 11h3" />
);
export const RefreshIcon = (): ReactElement => (
  <Icon path="M19.5 12a7.5 7.5 0 1 1-2.3-5.4M19.8 3.4v4.4h-4.4" />
);
