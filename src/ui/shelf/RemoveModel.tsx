/** Asks before a model is removed: gigabytes cannot be kept for an undo. */

import { type ReactElement, useState } from "react";
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import { ConfirmDialog } from "../kit/ConfirmDialog.tsx";
import { bytesToWords } from "../text/size-words.ts";
import { packText } from "../text/shelf.ts";
import type { PackDialogProps } from "./RenameModel.tsx";
import { ShelfProblem } from "./ShelfProblem.tsx";

export type RemoveModelProps = PackDialogProps & {
  /** Lets go of it first where this page runs it. */
  readonly beforeRemove: () => void;
};

/** A model that another tab runs stays, and the reason is said here. */
export function RemoveModel(props: RemoveModelProps): ReactElement {
  const { shelf, installed, onClose, onDone, beforeRemove } = props;
  const { pack, bytes } = installed;
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<ShelfError>();
  const remove = async () => {
    setPending(true);
    beforeRemove();
    const removed = await shelf.remove(pack.id);
    setPending(false);
    if (!removed.ok) return setError(removed.error);
    onDone(packText.removed(pack.name));
    onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={packText.removeTitle(pack.name)}
      confirmLabel={packText.remove}
      cancelLabel={packText.keep}
      isPending={isPending}
      pendingLabel={packText.removing}
      onConfirm={() => void remove()}
      onCancel={onClose}
    >
      <p>{packText.removeExplanation(bytesToWords(bytes))}</p>
      {error !== undefined && (
        <div className="mt-4">
          <ShelfProblem error={error} />
        </div>
      )}
    </ConfirmDialog>
  );
}
