/** Where one can go, and how the place looks. Drawn for this app. */

import type { ReactElement } from "react";
import { Icon } from "./Icon.tsx";

export const CasesIcon = (): ReactElement => (
  <Icon path="M3.5 19.5v-14h6l2.2 2.5h8.8v11.5ZM7.5 12.5h9M7.5 15.8h5.5" />
);
export const ModelsIcon = (): ReactElement => (
  <Icon path="M7 7h10v10H7ZM10.5 10.5h3v3h-3ZM9.5 7V3.5M14.5 7V3.5M9.5 20.5V17M14.5 20.5V17M7 9.5H3.5M7 14.5H3.5M20.5 9.5H17M20.5 14.5H17" />
);
export const TeachIcon = (): ReactElement => (
  <Icon path="M12 4.5 1.8 9.3 12 14.1l10.2-4.8ZM5.8 11.4v5.1c1.6 1.8 3.7 2.7 6.2 2.7s4.6-.9 6.2-2.7v-5.1M22.2 9.3v5.2" />
);
export const SettingsIcon = (): ReactElement => (
  <Icon path="M4 7h9M18 7h2M4 17h2M11 17h9M15.5 4.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 0 1 0-5ZM8.5 14.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 0 1 0-5Z" />
);
export const KeyboardIcon = (): ReactElement => (
  <Icon path="M2.5 6h19v12h-19ZM6.5 10h.1M10.2 10h.1M13.8 10h.1M17.5 10h.1M8 14h8" />
);
export const GraphIcon = (): ReactElement => (
  <Icon path="M5.5 3.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 0 1 0-5ZM18.5 9.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 0 1 0-5ZM6.5 15.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 0 1 0-5ZM8 6.8l8.2 4M8.9 17.2l7.4-4" />
);
export const DialogueIcon = (): ReactElement => (
  <Icon path="M3.5 4.5h13v9.5H9l-3.5 3V14h-2ZM19.5 9v10l-3-2.5H10" />
);
export const SunIcon = (): ReactElement => (
  <Icon path="M12 8a4 4 0 1 1 0 8a4 4 0 0 1 0-8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4" />
);
export const MoonIcon = (): ReactElement => (
  <Icon path="M20 14.2A8.2 8.2 0 0 1 9.8 4a8.2 8.2 0 1 0 10.2 10.2Z" />
);
export const ContrastIcon = (): ReactElement => (
  <Icon path="M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18ZM12 3v18M12 7.5h5.5M12 12h8.5M12 16.5h5.5" />
);
