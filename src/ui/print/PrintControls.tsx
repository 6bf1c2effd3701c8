/** What to print and on which paper. Never printed itself. */

import { type ReactElement, useEffect, useState } from "react";
import { Button } from "../kit/Button.tsx";
import { CloseIcon } from "../kit/icons/signs.tsx";
import { PrintIcon } from "../kit/icons/actions.tsx";
import { Select } from "../kit/Select.tsx";
import { partNames, printText } from "../text/print.ts";
import { PRINT_PARTS, withPart, type Paper, type PrintParts } from "./print-parts.ts";

export type PrintControlsProps = {
  readonly paper: Paper;
  readonly onPaper: (paper: Paper) => void;
  readonly parts: PrintParts;
  readonly onParts: (parts: PrintParts) => void;
  readonly onLeave: () => void;
};

/** Height over width of what a page holds. */
const PAGE_SHARE = 1.46;
const LONG_PAGES = 20;

/** The number of pages is an estimate, and said to be one. */
export function PrintControls(props: PrintControlsProps): ReactElement {
  const { paper, onPaper, parts, onParts, onLeave } = props;
  const pages = usePages();
  return (
    <div className="sticky top-0 z-10 grid gap-2 border-b border-line bg-surface px-4 py-3 shadow-raised sm:px-8 print:hidden">
      <div className="flex flex-wrap items-center gap-3">
        <Button tone="primary" icon={<PrintIcon />} disabled={parts.size === 0} onClick={() => print()}>
          {printText.send}
        </Button>
        <div className="w-32">
          <Select
            label={printText.paper}
            isLabelHidden
            options={[
              { id: "a4", label: printText.papers.a4 },
              { id: "letter", label: printText.papers.letter },
            ]}
            selectedId={paper}
            onSelect={(id) => onPaper(id === "letter" ? "letter" : "a4")}
          />
        </div>
        <output className="min-w-0 flex-1 text-small text-ink-soft">
          {printText.pages(pages)} {pages > LONG_PAGES && printText.long}
        </output>
        <Button tone="quiet" icon={<CloseIcon />} onClick={onLeave}>
          {printText.leave}
        </Button>
      </div>
      <fieldset aria-label={printText.choose} className="flex flex-wrap gap-x-5 gap-y-1">
        {PRINT_PARTS.map((part) => (
          <label key={part} className="flex min-h-7 items-center gap-2 text-small pointer-coarse:min-h-11">
            <input
              type="checkbox"
              checked={parts.has(part)}
              disabled={part === "links" && !parts.has("record")}
              onChange={(event) => onParts(withPart(parts, part, event.target.checked))}
              className="size-4 accent-(--accent)"
            />
            {partNames[part]}
          </label>
        ))}
      </fieldset>
    </div>
  );
}

/** Measured on the sheet that is shown, whenever it becomes longer or shorter. */
function usePages(): number {
  const [pages, setPages] = useState(1);
  useEffect(() => {
    const sheet = document.querySelector<HTMLElement>("[data-paper]");
    if (sheet === null) return undefined;
    const observer = new ResizeObserver(() =>
      setPages(Math.max(1, Math.ceil(sheet.scrollHeight / (sheet.offsetWidth * PAGE_SHARE)))),
    );
    observer.observe(sheet);
    return () => observer.disconnect();
  }, []);
  return pages;
}
