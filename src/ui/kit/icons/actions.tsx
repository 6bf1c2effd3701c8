/** Things one can do. Drawn for this app. */

import type { ReactElement } from "react";
import { Icon } from "./Icon.tsx";

export const PlusIcon = (): ReactElement => <Icon path="M12 5v14M5 12h14" />;
export const PencilIcon = (): ReactElement => (
  <Icon path="M4 20l1.1-4.6L16.2 4.3l3.5 3.5L8.6 18.9ZM13.6 6.9l3.5 3.5" />
);
export const TrashIcon = (): ReactElement => (
  <Icon path="M4.5 6.5h15M9.5 6.5v-3h5v3M6.5 6.5l.9 14h9.2l.9-14M10.2 10.5l.3 6M13.8 10.5l-.3 6" />
);
export const SearchIcon = (): ReactElement => (
  <Icon path="M10.8 4a6.8 6.8 0 1 1 0 13.6a6.8 6.8 0 0 1 0-13.6ZM15.8 15.8 20.5 20.5" />
);
export const PauseIcon = (): ReactElement => <Icon path="M8.5 5v14M15.5 5v14" />;
export const PlayIcon = (): ReactElement => <Icon path="M7.5 4.5v15L19.5 12Z" />;
export const CopyIcon = (): ReactElement => <Icon path="M8.5 8.5h12v12h-12ZM15.5 8.5v-5h-12v12h5" />;
export const DownloadIcon = (): ReactElement => <Icon path="M12 3.5v12M6.8 10.6 12 15.8l5.2-5.2M4 20.5h16" />;
export const UploadIcon = (): ReactElement => <Icon path="M12 15.8V3.8M6.8 8.9 12 3.7l5.2 5.2M4 20.5h16" />;
export const PrintIcon = (): ReactElement => (
  <Icon path="M7 8.5v-5h10v5M7 16.5H3.5v-8h17v8H17M7 13.5h10v7H7Z" />
);
export const MoreIcon = (): ReactElement => (
  <Icon path="M5 11.3a.7.7 0 1 1 0 1.4a.7.7 0 0 1 0-1.4ZM12 11.3a.7.7 0 1 1 0 1.4a.7.7 0 0 1 0-1.4ZM19 11.3a.7.7 0 1 1 0 1.4a.7.7 0 0 1 0-1.4Z" />
);
