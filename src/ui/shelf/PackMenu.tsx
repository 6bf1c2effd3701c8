/** The rarer things that can be done with an installed model: rename it, check its bytes, remove it. */

import { type ReactElement, useState } from "react";
import { IconButton } from "../kit/IconButton.tsx";
import { MoreIcon, PencilIcon, TrashIcon } from "../kit/icons/actions.tsx";
import { RefreshIcon } from "../kit/icons/arrows.tsx";
import { Menu } from "../kit/Menu.tsx";
import { Progress } from "../kit/Progress.tsx";
import { bytesToWords } from "../text/size-words.ts";
import { jobText, packText } from "../text/shelf.ts";
import type { InstalledModelProps } from "./InstalledModel.tsx";
import { RemoveModel } from "./RemoveModel.tsx";
import { RenameModel } from "./RenameModel.tsx";
import { ShelfProblem } from "./ShelfProblem.tsx";

export type PackMenuProps = InstalledModelProps & {
  /** Shows the progress or the failure of a check in the card; nothing takes it away again. */
  readonly onProblem: (shown: ReactElement | undefined) => void;
  readonly beforeRemove: () => void;
};

/** What is chosen here opens its own window, or shows its progress in the card. */
export function PackMenu(props: PackMenuProps): ReactElement {
  const { shelf, installed, onDone, beforeRemove } = props;
  const [opened, setOpened] = useState<"rename" | "remove">();
  const close = () => setOpened(undefined);
  const { name } = installed.pack;
  return (
    <>
      <Menu
        label={packText.actionsOf(name)}
        areGroupLabelsHidden
        trigger={<IconButton size="small" icon={<MoreIcon />} label={packText.actionsOf(name)} />}
        groups={[
          {
            id: "pack",
            label: packText.actions,
            actions: [
              {
                id: "rename",
                label: packText.rename,
                icon: <PencilIcon />,
                onAction: () => setOpened("rename"),
              },
              {
                id: "verify",
                label: packText.verify,
                icon: <RefreshIcon />,
                onAction: () => void verify(props),
              },
              {
                id: "remove",
                label: packText.remove,
                icon: <TrashIcon />,
                isDangerous: true,
                onAction: () => setOpened("remove"),
              },
            ],
          },
        ]}
      />
      {opened === "rename" && (
        <RenameModel shelf={shelf} installed={installed} onClose={close} onDone={onDone} />
      )}
      {opened === "remove" && (
        <RemoveModel
          shelf={shelf}
          installed={installed}
          onClose={close}
          onDone={onDone}
          beforeRemove={beforeRemove}
        />
      )}
    </>
  );
}

async function verify({ shelf, installed, onDone, onProblem }: PackMenuProps): Promise<void> {
  const { id, name } = installed.pack;
  const show = (done: number, total: number) =>
    onProblem(
      <Progress
        label={packText.verifying(name)}
        share={total === 0 ? undefined : done / total}
        amount={jobText.amount(bytesToWords(done), bytesToWords(total))}
      />,
    );
  show(0, installed.bytes);
  const verified = await shelf.verify(id, show);
  onProblem(verified.ok ? undefined : <ShelfProblem error={verified.error} />);
  if (verified.ok)
    onDone(verified.value.isDamaged ? packText.verifiedDamaged(name) : packText.verifiedWhole(name));
}
