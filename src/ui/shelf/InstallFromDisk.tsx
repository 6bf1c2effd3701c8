/** Installs a model from this device's disk: by folder, by file, or dropped anywhere on the marked place. */

import { type DragEvent, type ReactElement, useId, useRef, useState } from "react";
import type { ModelShelf } from "../../contracts/model-shelf.ts";
import { Button } from "../kit/Button.tsx";
import { type Fact, FactList } from "../kit/FactList.tsx";
import { UploadIcon } from "../kit/icons/actions.tsx";
import { diskText, shelfText } from "../text/shelf.ts";
import { readDropped } from "./dropped-files.ts";
import { PART_IDS } from "./shelf-parts.ts";

const FACTS: readonly Fact[] = [
  { name: diskText.size, value: diskText.sizeWords },
  { name: diskText.time, value: diskText.timeWords },
  { name: diskText.memory, value: diskText.memoryWords },
  { name: diskText.privacy, value: diskText.privacyWords },
];

/** The two buttons do by keyboard what dropping does by mouse. */
export function InstallFromDisk({ shelf }: { readonly shelf: ModelShelf }): ReactElement {
  const headingId = useId();
  const install = (files: readonly File[]) => {
    if (files.length > 0) shelf.installFiles(files);
  };
  return (
    <section
      id={PART_IDS.pick}
      tabIndex={-1}
      aria-labelledby={headingId}
      className="grid max-w-3xl scroll-mt-4 gap-3 outline-none"
    >
      <h2 id={headingId} className="text-heading">
        {shelfText.installFromDisk}
      </h2>
      <p className="max-w-prose text-ink-soft">{diskText.lead}</p>
      <DropPlace onFiles={install} />
      <FactList facts={FACTS} />
    </section>
  );
}

type OnFiles = { readonly onFiles: (files: readonly File[]) => void };

function DropPlace({ onFiles }: OnFiles): ReactElement {
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    setOver(true);
  };
  const leave = (event: DragEvent) => {
    const { relatedTarget, currentTarget } = event;
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void readDropped(event.dataTransfer).then(onFiles);
  };
  return (
    <div
      data-testid="drop-place"
      data-over={isOver || undefined}
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={leave}
      onDrop={drop}
      className="grid justify-items-center gap-3 rounded-panel border-2 border-dashed border-line-strong/60 bg-surface px-4 py-8 text-center data-over:border-accent data-over:bg-accent-soft"
    >
      <span aria-hidden="true" className="text-[1.75rem] text-accent">
        <UploadIcon />
      </span>
      <div className="grid gap-0.5">
        <p className="text-lead font-[600]">{isOver ? diskText.dropNow : diskText.drop}</p>
        <p className="text-small text-ink-soft">{diskText.or}</p>
      </div>
      <div className="flex flex-wrap justify-center gap-2">
        <FilePicker label={diskText.folder} isFolder onFiles={onFiles} />
        <FilePicker label={diskText.file} onFiles={onFiles} />
      </div>
    </div>
  );
}

type FilePickerProps = OnFiles & { readonly label: string; readonly isFolder?: boolean };

/** A kit button before a hidden native input: the browser's own picker, which every keyboard and reader knows. */
function FilePicker({ label, isFolder = false, onFiles }: FilePickerProps): ReactElement {
  const input = useRef<HTMLInputElement | null>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()}>{label}</Button>
      <input
        ref={(element) => {
          // React does not know the attribute's type, and the property says the same.
          if (element !== null) element.webkitdirectory = isFolder;
          input.current = element;
        }}
        type="file"
        hidden
        aria-label={label}
        accept={isFolder ? undefined : ".gguf"}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // The same files may be chosen again after a failure.
          target.value = "";
        }}
      />
    </>
  );
}
