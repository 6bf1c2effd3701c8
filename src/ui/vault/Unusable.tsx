/** No vault can be used here: why, the one way on, and what works all the same. */

import type { ReactElement } from "react";
import type { VaultError } from "../../contracts/vault-error.ts";
import { VaultActionButton } from "../common/VaultProblem.tsx";
import { useVaultTask } from "../common/use-vault.ts";
import { Button } from "../kit/Button.tsx";
import { ButtonLink } from "../kit/ButtonLink.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { CasesIcon } from "../kit/icons/places.tsx";
import { Page } from "../kit/Page.tsx";
import { PageSection } from "../kit/PageSection.tsx";
import { useServices } from "../services.ts";
import { vaultText } from "../text/vault.ts";
import { vaultErrorText } from "../text/vault-errors.ts";

export type UnusableProps = { readonly title: string; readonly error: VaultError };

/** Nothing is tried again by itself: a page that reloads without end helps nobody. */
export function Unusable({ title, error }: UnusableProps): ReactElement {
  const { title: what, wayOn, action } = vaultErrorText(error);
  return (
    <Page title={title}>
      <EmptyState
        icon={<CasesIcon />}
        title={what}
        actions={
          <VaultActionButton
            action={action === "cases" ? "reload" : action}
            onRetry={() => location.reload()}
          />
        }
      >
        {wayOn}
      </EmptyState>
      <PageSection title={vaultText.unusableInstead}>
        <Instead />
      </PageSection>
    </Page>
  );
}

function Instead(): ReactElement {
  const { vault } = useServices();
  const start = useVaultTask(() => vault.startTemporary());
  return (
    <>
      <p className="max-w-prose text-ink-soft">{vaultText.temporaryExplanation}</p>
      <div className="flex flex-wrap gap-2">
        <Button
          isPending={start.isPending}
          pendingLabel={vaultText.temporaryStarting}
          onClick={() => void start.run(undefined)}
        >
          {vaultText.temporaryAction}
        </Button>
        <ButtonLink href="/teach" tone="quiet">
          {vaultText.neitherAction}
        </ButtonLink>
      </div>
      {start.error !== undefined && <p role="alert">{vaultErrorText(start.error).title}</p>}
    </>
  );
}
