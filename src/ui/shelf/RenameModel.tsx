/** Gives an installed model another name on the screen. */

import { type ReactElement, useState } from "react";
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import type { InstalledPack, ModelShelf } from "../../contracts/model-shelf.ts";
import { EnterArea } from "../common/EnterArea.tsx";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { TextField } from "../kit/TextField.tsx";
import { packText } from "../text/shelf.ts";
import { ShelfProblem } from "./ShelfProblem.tsx";

export type PackDialogProps = {
  readonly shelf: ModelShelf;
  readonly installed: InstalledPack;
  readonly onClose: () => void;
  /** A word on what was done. */
  readonly onDone: (message: string) => void;
};

/** Enter saves, Escape leaves it as it was. */
export function RenameModel({ shelf, installed: { pack }, onClose, onDone }: PackDialogProps): ReactElement {
  const [name, setName] = useState(pack.name);
  const [isPending, setPending] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const [error, setError] = useState<ShelfError>();
  const save = async () => {
    const wanted = name.trim();
    setMissing(wanted === "");
    if (wanted === "") return;
    setPending(true);
    const renamed = await shelf.rename(pack.id, wanted);
    setPending(false);
    if (!renamed.ok) return setError(renamed.error);
    onDone(packText.renamed(wanted));
    onClose();
  };
  return (
    <Dialog
      size="small"
      title={packText.renameTitle}
      isOpen
      onClose={onClose}
      closeLabel={packText.cancel}
      actions={
        <>
          <Button onClick={onClose}>{packText.cancel}</Button>
          <Button
            onClick={() => void save()}
            tone="primary"
            isPending={isPending}
            pendingLabel={packText.saving}
          >
            {packText.save}
          </Button>
        </>
      }
    >
      <EnterArea label={packText.renameTitle} onEnter={() => void save()}>
        <TextField
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog moves the focus; the one field gets it
          autoFocus
          label={packText.name}
          help={packText.nameHelp}
          error={isMissing ? packText.nameMissing : undefined}
          maxLength={100}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        {error !== undefined && <ShelfProblem error={error} />}
      </EnterArea>
    </Dialog>
  );
}
