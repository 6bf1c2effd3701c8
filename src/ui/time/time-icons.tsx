/** Signs of looking back. Drawn for this app. */

import type { ReactElement } from "react";
import { Icon } from "../kit/icons/Icon.tsx";

export const HistoryIcon = (): ReactElement => (
  <Icon path="M3.6 9.2a8.8 8.8 0 1 1-.3 4.4M3.4 4.4v4.8h4.8M12 7.2v5.2l3.4 2" />
);
export const FirstIcon = (): ReactElement => <Icon path="M6 5v14M18 5.5 9.5 12l8.5 6.5Z" />;
export const BackIcon = (): ReactElement => <Icon path="M15 5.5 7 12l8 6.5" />;
export const ForwardIcon = (): ReactElement => <Icon path="M9 5.5 17 12l-8 6.5" />;
