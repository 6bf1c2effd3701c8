/** What could not be done with the vault: its sentence, and the one way on. */

import type { ReactElement } from "react";
import type { VaultError } from "../../contracts/vault-error.ts";
import { Button } from "../kit/Button.tsx";
import { ButtonLink } from "../kit/ButtonLink.tsx";
import { Callout } from "../kit/Callout.tsx";
import { toneLabels } from "../text/shell.ts";
import { type VaultAction, vaultActionLabels, vaultErrorText } from "../text/vault-errors.ts";

export type VaultProblemProps = {
  readonly error: VaultError | undefined;
  /** Does it again; without it the words alone say what to do. */
  readonly onRetry?: (() => void) | undefined;
};

/** Nothing where nothing is wrong. */
export function VaultProblem({ error, onRetry }: VaultProblemProps): ReactElement | null {
  if (error === undefined) return null;
  const { title, wayOn, action } = vaultErrorText(error);
  return (
    <Callout
      tone="critical"
      toneLabel={toneLabels.critical}
      title={title}
      isAlert
      actions={<VaultActionButton action={action} onRetry={onRetry} />}
    >
      {wayOn}
    </Callout>
  );
}

const PLACES = { settings: "/settings", shelf: "/shelf", cases: "/cases" } as const;

/** The button of a way on; nothing where the way on is already on the screen. */
export function VaultActionButton(props: {
  readonly action: VaultAction;
  readonly onRetry?: (() => void) | undefined;
}): ReactElement | null {
  const { action, onRetry } = props;
  if (action === "none" || (action === "retry" && onRetry === undefined)) return null;
  const label = vaultActionLabels[action];
  if (action === "retry") return <Button onClick={onRetry}>{label}</Button>;
  if (action === "reload") return <Button onClick={() => location.reload()}>{label}</Button>;
  return <ButtonLink href={PLACES[action]}>{label}</ButtonLink>;
}
