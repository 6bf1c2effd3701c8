/** The flag of a mark. By itself, so that the frame need not carry it. Drawn for this app. */

import type { ReactElement } from "react";
import { Icon } from "./Icon.tsx";

export const FlagIcon = (): ReactElement => <Icon path="M6 21V3.8M6 4.5h11.5l-2.3 4 2.3 4H6" />;
