/** Signs that carry a meaning: states, tones and sort order. Drawn for this app. */

import type { ReactElement } from "react";
import { Icon } from "./Icon.tsx";

export const InfoIcon = (): ReactElement => (
  <Icon path="M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18ZM12 11v5.5M12 7.6v.1" />
);
export const CheckCircleIcon = (): ReactElement => (
  <Icon path="M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18ZM8 12.4l2.8 2.8L16 9.6" />
);
export const CautionIcon = (): ReactElement => <Icon path="M12 3.8 2.8 19.6h18.4ZM12 10v4.4M12 16.9v.1" />;
export const CriticalIcon = (): ReactElement => (
  <Icon path="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3ZM12 7.6v5.2M12 16.2v.1" />
);
export const CheckIcon = (): ReactElement => <Icon path="M5 12.6l4.6 4.6L19 7.4" />;
export const CloseIcon = (): ReactElement => <Icon path="M6 6l12 12M18 6 6 18" />;
export const SortIcon = (): ReactElement => <Icon path="M8 9.5l4-4 4 4M8 14.5l4 4 4-4" />;
export const SortUpIcon = (): ReactElement => <Icon path="M12 19V5M6.5 10.5 12 5l5.5 5.5" />;
export const SortDownIcon = (): ReactElement => <Icon path="M12 5v14M6.5 13.5 12 19l5.5-5.5" />;
export const LockIcon = (): ReactElement => (
  <Icon path="M6 10.5h12v10H6ZM8.5 10.5V7.2a3.5 3.5 0 0 1 7 0v3.3M12 14.6v2" />
);
export const OfflineIcon = (): ReactElement => (
  <Icon path="M3 3l18 18M8.6 15.4a5 5 0 0 1 6.3-.5M5.4 11.9a9.6 9.6 0 0 1 4.4-2.4M14 9.5a9.6 9.6 0 0 1 4.6 2.4M2.2 8.4a14 14 0 0 1 4-2.5M10.5 4.9a14 14 0 0 1 11.3 3.5M12 19v.1" />
);
export const ShieldIcon = (): ReactElement => (
  <Icon path="M12 3l7.5 2.8v5.4c0 4.6-3 8-7.5 9.8-4.5-1.8-7.5-5.2-7.5-9.8V5.8ZM8.6 12l2.4 2.4 4.4-4.8" />
);
export const StarIcon = (): ReactElement => (
  <Icon path="M12 3.6l2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8-4.2-4.1 5.8-.8Z" />
);
export const BranchIcon = (): ReactElement => (
  <Icon path="M7 3.5a2 2 0 1 1 0 4a2 2 0 0 1 0-4ZM7 16.5a2 2 0 1 1 0 4a2 2 0 0 1 0-4ZM17 6.5a2 2 0 1 1 0 4a2 2 0 0 1 0-4ZM7 7.5v9M17 10.5c0 3-4 3.5-7.4 4" />
);
