/** Gallery: every icon with its name. */

import type { ReactElement } from "react";
import {
  CopyIcon,
  DownloadIcon,
  MoreIcon,
  PauseIcon,
  PencilIcon,
  PlayIcon,
  PlusIcon,
  PrintIcon,
  SearchIcon,
  TrashIcon,
  UploadIcon,
} from "../kit/icons/actions.tsx";
import {
  ArrowRightIcon,
  ChevronDownIcon,
  ChevronRightIcon,
  RefreshIcon,
  UndoIcon,
} from "../kit/icons/arrows.tsx";
import {
  CasesIcon,
  ContrastIcon,
  DialogueIcon,
  GraphIcon,
  KeyboardIcon,
  ModelsIcon,
  MoonIcon,
  SettingsIcon,
  SunIcon,
  TeachIcon,
} from "../kit/icons/places.tsx";
import {
  CautionIcon,
  CheckCircleIcon,
  CheckIcon,
  CloseIcon,
  CriticalIcon,
  InfoIcon,
  LockIcon,
  OfflineIcon,
  ShieldIcon,
  SortDownIcon,
  SortIcon,
  SortUpIcon,
} from "../kit/icons/signs.tsx";
import { GallerySection } from "./GallerySection.tsx";

const ICONS = Object.entries({
  CautionIcon,
  CheckCircleIcon,
  CheckIcon,
  CloseIcon,
  CriticalIcon,
  InfoIcon,
  LockIcon,
  OfflineIcon,
  ShieldIcon,
  SortDownIcon,
  SortIcon,
  SortUpIcon,
  ArrowRightIcon,
  ChevronDownIcon,
  ChevronRightIcon,
  RefreshIcon,
  UndoIcon,
  CopyIcon,
  DownloadIcon,
  MoreIcon,
  PauseIcon,
  PencilIcon,
  PlayIcon,
  PlusIcon,
  PrintIcon,
  SearchIcon,
  TrashIcon,
  UploadIcon,
  CasesIcon,
  ContrastIcon,
  DialogueIcon,
  GraphIcon,
  KeyboardIcon,
  ModelsIcon,
  MoonIcon,
  SettingsIcon,
  SunIcon,
  TeachIcon,
});

export function IconsGallery(): ReactElement {
  return (
    <GallerySection title="Icons">
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,8.5rem),1fr))] gap-x-4 gap-y-2 text-fine text-ink-soft">
        {ICONS.map(([name, ShownIcon]) => (
          <li key={name} className="flex items-center gap-2">
            <span className="text-[1.25rem] text-ink">
              <ShownIcon />
            </span>
            {name.replace(/Icon$/, "")}
          </li>
        ))}
      </ul>
    </GallerySection>
  );
}
