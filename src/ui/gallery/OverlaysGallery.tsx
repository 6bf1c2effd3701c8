/** Gallery: dialogs, popover, menu. */

import { useState } from "react";
import type { ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import { ChipButton } from "../kit/ChipButton.tsx";
import { ConfirmDialog } from "../kit/ConfirmDialog.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { IconButton } from "../kit/IconButton.tsx";
import { CopyIcon, DownloadIcon, MoreIcon, TrashIcon } from "../kit/icons/actions.tsx";
import { ChevronDownIcon } from "../kit/icons/arrows.tsx";
import { ShieldIcon } from "../kit/icons/signs.tsx";
import { Hint } from "../kit/Hint.tsx";
import { Menu } from "../kit/Menu.tsx";
import type { MenuGroup } from "../kit/Menu.tsx";
import { PatientTextField } from "../kit/PatientTextField.tsx";
import { Popover } from "../kit/Popover.tsx";
import { GalleryRow, GallerySection } from "./GallerySection.tsx";

const nothing = (): void => {};

const GROUPS: readonly MenuGroup[] = [
  {
    id: "use",
    label: "Use this case",
    actions: [
      { id: "copy", label: "Copy as text", icon: <CopyIcon />, shortcut: ["Ctrl", "C"], onAction: nothing },
      { id: "save", label: "Save case file", icon: <DownloadIcon />, onAction: nothing },
      { id: "merge", label: "Merge a second reader", isDisabled: true, onAction: nothing },
    ],
  },
  {
    id: "end",
    label: "End",
    actions: [
      { id: "delete", label: "Delete case", icon: <TrashIcon />, isDangerous: true, onAction: nothing },
    ],
  },
];

export function OverlaysGallery(): ReactElement {
  const [open, setOpen] = useState<"dialog" | "confirm">();
  const close = (): void => setOpen(undefined);
  return (
    <GallerySection title="Dialogs, popover, menu">
      <GalleryRow>
        <Button onClick={() => setOpen("dialog")}>Open dialog</Button>
        <Button onClick={() => setOpen("confirm")}>Open confirmation</Button>
        <Popover
          label="How this page is sealed"
          trigger={
            <ChipButton tone="positive" icon={<ShieldIcon />}>
              Sealed
            </ChipButton>
          }
        >
          <p className="mb-1 font-[600]">The browser seals this page</p>
          <p className="text-small text-ink-soft">
            It blocks every connection except to this app&apos;s own address.
          </p>
        </Popover>
        <Hint
          term="Strength"
          label="What does “strength” mean?"
          words="How well a step stands. No probability."
        />
        <Menu label="Case" groups={GROUPS} trigger={<Button endIcon={<ChevronDownIcon />}>Case</Button>} />
        <Menu
          label="More"
          groups={GROUPS}
          areGroupLabelsHidden
          trigger={<IconButton icon={<MoreIcon />} label="More actions" />}
        />
      </GalleryRow>
      <Dialog
        title="Annotate this step"
        isOpen={open === "dialog"}
        onClose={close}
        closeLabel="Close"
        actions={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button tone="primary" onClick={close}>
              Add annotation
            </Button>
          </>
        }
      >
        <PatientTextField isMultiline label="What is wrong with it?" rows={4} />
      </Dialog>
      <ConfirmDialog
        title="Delete this case?"
        isOpen={open === "confirm"}
        confirmLabel="Delete case"
        cancelLabel="Keep it"
        isDangerous
        onConfirm={close}
        onCancel={close}
      >
        Its text, runs and annotations leave this device. This cannot be undone.
      </ConfirmDialog>
    </GallerySection>
  );
}
