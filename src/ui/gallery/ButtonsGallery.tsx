/** Gallery: buttons, links, chips, keys. */

import type { ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import { ButtonLink } from "../kit/ButtonLink.tsx";
import { Chip } from "../kit/Chip.tsx";
import { ChipButton } from "../kit/ChipButton.tsx";
import { IconButton } from "../kit/IconButton.tsx";
import { PencilIcon, PlayIcon, PlusIcon, PrintIcon, SearchIcon, TrashIcon } from "../kit/icons/actions.tsx";
import { ArrowRightIcon, UndoIcon } from "../kit/icons/arrows.tsx";
import { CautionIcon, CheckIcon, CriticalIcon, InfoIcon, ShieldIcon } from "../kit/icons/signs.tsx";
import { Kbd } from "../kit/Kbd.tsx";
import { Link } from "../kit/Link.tsx";
import { GalleryRow, GallerySection } from "./GallerySection.tsx";

export function ButtonsGallery(): ReactElement {
  return (
    <GallerySection title="Buttons">
      <GalleryRow>
        <Button tone="primary" icon={<PlayIcon />}>
          Run the model
        </Button>
        <Button>Ask a question</Button>
        <Button tone="quiet">Skip</Button>
        <Button tone="danger" icon={<TrashIcon />}>
          Delete case
        </Button>
      </GalleryRow>
      <GalleryRow>
        <Button tone="primary" isPending pendingLabel="Saving…">
          Save
        </Button>
        <Button isPending pendingLabel="Checking numbers…">
          Check
        </Button>
        <Button disabled>Compare</Button>
        <Button tone="primary" disabled>
          Run the model
        </Button>
      </GalleryRow>
      <GalleryRow>
        <Button size="small" icon={<PencilIcon />}>
          Edit step
        </Button>
        <Button size="small" tone="quiet" icon={<UndoIcon />}>
          Undo
        </Button>
        <Button size="large" tone="primary">
          Start a new case
        </Button>
        <ButtonLink href="#buttons" icon={<ArrowRightIcon />}>
          Go to models
        </ButtonLink>
      </GalleryRow>
      <GalleryRow>
        <IconButton icon={<SearchIcon />} label="Search commands" shortcut={["Ctrl", "K"]} />
        <IconButton icon={<PrintIcon />} label="Print" tone="neutral" />
        <IconButton icon={<PlusIcon />} label="Add a finding" tone="primary" size="large" />
        <IconButton icon={<TrashIcon />} label="Delete" size="small" disabled />
        <Kbd keys={["Ctrl", "K"]} />
        <span>
          Read <Link href="#buttons">what stays on this device</Link>.
        </span>
      </GalleryRow>
    </GallerySection>
  );
}

export function ChipsGallery(): ReactElement {
  return (
    <GallerySection title="Chips">
      <GalleryRow>
        <Chip>3 runs</Chip>
        <Chip tone="accent">Leader</Chip>
        <Chip tone="positive" icon={<CheckIcon />}>
          Number checked
        </Chip>
        <Chip tone="info" icon={<InfoIcon />}>
          From the note
        </Chip>
        <Chip tone="caution" icon={<CautionIcon />}>
          Stale
        </Chip>
        <Chip tone="critical" icon={<CriticalIcon />}>
          Must not miss
        </Chip>
        <ChipButton tone="positive" icon={<ShieldIcon />}>
          Sealed
        </ChipButton>
      </GalleryRow>
    </GallerySection>
  );
}
