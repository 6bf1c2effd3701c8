/** One line of the list: the title opens the case, the rest is what may be done with it. */

import type { ReactElement } from "react";
import type { CaseSummary } from "../../contracts/vault.ts";
import { timeToWords } from "../common/time-words.ts";
import { IconButton } from "../kit/IconButton.tsx";
import { CopyIcon, MoreIcon, PencilIcon, TrashIcon } from "../kit/icons/actions.tsx";
import { UndoIcon } from "../kit/icons/arrows.tsx";
import { CasesIcon } from "../kit/icons/places.tsx";
import { Menu, type MenuAction } from "../kit/Menu.tsx";
import { bytesToWords } from "../text/size-words.ts";
import { casesText } from "../text/cases.ts";
import { shelfOf } from "./list-cases.ts";
import type { CaseActions } from "./use-case-actions.ts";

export type CaseRowProps = {
  readonly summary: CaseSummary;
  /** Absent where nothing may be written. */
  readonly actions: CaseActions | undefined;
};

/** A case in the bin is restored before it is opened. */
export function CaseRow({ summary, actions }: CaseRowProps): ReactElement {
  const { id, title, changedAt, binnedAt, events, bytes } = summary;
  const when =
    binnedAt === undefined
      ? casesText.changed(timeToWords(changedAt))
      : casesText.binned(timeToWords(binnedAt));
  return (
    <div className="flex items-center gap-3 py-2 ps-5 pe-3 hover:bg-hover/50">
      <div className="grid min-w-0 flex-1 gap-0.5 py-1">
        {binnedAt === undefined ? (
          <a
            href={`/cases/${encodeURIComponent(id)}`}
            className="w-fit max-w-full rounded-small font-[600] wrap-anywhere text-ink no-underline hover:underline"
          >
            {title}
          </a>
        ) : (
          <span className="font-[600] wrap-anywhere text-ink-soft">{title}</span>
        )}
        <span className="text-small text-ink-soft tabular-nums">
          {when} · {casesText.events(events)} · {bytesToWords(bytes)}
        </span>
      </div>
      {actions !== undefined && (
        <Menu
          label={casesText.actionsOf(title)}
          areGroupLabelsHidden
          groups={[{ id: "case", label: casesText.actions, actions: actionsFor(summary, actions) }]}
          trigger={<IconButton label={casesText.actionsOf(title)} icon={<MoreIcon />} />}
        />
      )}
    </div>
  );
}

function actionsFor(summary: CaseSummary, actions: CaseActions): readonly MenuAction[] {
  const shelf = shelfOf(summary);
  if (shelf === "binned") {
    return [
      {
        id: "restore",
        label: casesText.restore,
        icon: <UndoIcon />,
        onAction: () => actions.change(summary, { isBinned: false }),
      },
      {
        id: "destroy",
        label: casesText.destroy,
        icon: <TrashIcon />,
        isDangerous: true,
        onAction: () => actions.ask({ type: "destroy", summary }),
      },
    ];
  }
  return [
    {
      id: "rename",
      label: casesText.rename,
      icon: <PencilIcon />,
      onAction: () => actions.ask({ type: "rename", summary }),
    },
    {
      id: "duplicate",
      label: casesText.duplicate,
      icon: <CopyIcon />,
      onAction: () => actions.ask({ type: "duplicate", summary }),
    },
    {
      id: "archive",
      label: shelf === "archived" ? casesText.unarchive : casesText.archive,
      icon: <CasesIcon />,
      onAction: () => actions.change(summary, { isArchived: shelf === "active" }),
    },
    {
      id: "bin",
      label: casesText.bin,
      icon: <TrashIcon />,
      onAction: () => actions.change(summary, { isBinned: true }),
    },
  ];
}
