/** Opens a teaching case as a case of one's own; where nothing is open to keep it in, it asks where. */

import { useState } from "react";
import type { ReactElement } from "react";
import type { VaultState } from "../../contracts/vault.ts";
import { canWrite, useVaultState } from "./use-vault.ts";
import { Button } from "../kit/Button.tsx";
import { ButtonLink } from "../kit/ButtonLink.tsx";
import { PlayIcon } from "../kit/icons/actions.tsx";
import { teachText } from "../text/teach.ts";
import { vaultErrorText } from "../text/vault-errors.ts";
import { type OpenTeachingCase as Opening, useOpenTeachingCase } from "./use-open-teaching-case.ts";

export type OpenTeachingCaseProps = {
  readonly id: string;
  readonly children: string;
  /** Where the words alone do not say which case. */
  readonly name?: string;
  readonly onOpened?: () => void;
};

/** With an open vault it is one press. */
export function OpenTeachingCase({ id, children, name, onOpened }: OpenTeachingCaseProps): ReactElement {
  const state = useVaultState();
  const opening = useOpenTeachingCase(id, onOpened);
  const [isAsking, setAsking] = useState(false);
  const press = (): void => {
    if (canWrite(state)) void opening.open("here");
    else setAsking(!isAsking);
  };
  return (
    <>
      <Button
        tone="primary"
        icon={<PlayIcon />}
        aria-label={name}
        aria-expanded={canWrite(state) ? undefined : isAsking}
        isPending={opening.isPending}
        pendingLabel={teachText.opening}
        disabled={state.type === "looking"}
        onClick={press}
      >
        {children}
      </Button>
      {isAsking && !canWrite(state) && <Places state={state} opening={opening} />}
      {opening.error !== undefined && <Failure error={opening.error} />}
    </>
  );
}

type PlacesProps = { readonly state: VaultState; readonly opening: Opening };

/** A temporary workspace can only begin where no vault exists yet or none can be used. */
function Places({ state, opening }: PlacesProps): ReactElement {
  const canBeTemporary = state.type === "absent" || state.type === "unusable";
  const way = state.type === "absent" || state.type === "locked" ? state.type : "open";
  return (
    <div className="grid basis-full gap-2 rounded-control bg-sunken px-4 py-3">
      <p className="font-[600]">{teachText.placeTitle}</p>
      <p className="text-small text-ink-soft">
        {teachText.placeExplanation} {canBeTemporary && teachText.keepLater}
      </p>
      <div className="flex flex-wrap gap-2">
        {canBeTemporary && (
          <Button isPending={opening.isPending} onClick={() => void opening.open("temporary")}>
            {teachText.temporary}
          </Button>
        )}
        <ButtonLink href="/cases">{teachText.vault[way]}</ButtonLink>
      </div>
    </div>
  );
}

function Failure({ error }: { readonly error: NonNullable<Opening["error"]> }): ReactElement {
  const { title, wayOn } =
    error.type === "teaching-file-missing" || error.type === "teaching-file-unreadable"
      ? teachText.failed[error.type]
      : vaultErrorText(error);
  return (
    <p role="alert" className="basis-full text-small">
      <span className="font-[600]">{title}</span> {wayOn}
    </p>
  );
}
