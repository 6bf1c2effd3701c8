/** The locked vault: why it is locked, and the ways in. What was wrong with a secret is not said. */

import { useState } from "react";
import type { ReactElement } from "react";
import type { VaultSecret, VaultState } from "../../contracts/vault.ts";
import { EnterArea } from "../common/EnterArea.tsx";
import { PassphraseField } from "../common/PassphraseField.tsx";
import { VaultProblem } from "../common/VaultProblem.tsx";
import { useVaultTask } from "../common/use-vault.ts";
import { Button } from "../kit/Button.tsx";
import { LockIcon } from "../kit/icons/signs.tsx";
import { Link } from "../kit/Link.tsx";
import { Page } from "../kit/Page.tsx";
import { useServices } from "../services.ts";
import { vaultText } from "../text/vault.ts";
import { vaultErrorText } from "../text/vault-errors.ts";

type Locked = Extract<VaultState, { readonly type: "locked" }>;

export type UnlockProps = Pick<Locked, "because" | "hasPasskey">;

/** The focus is in the field: a person came here to open it. */
export function Unlock({ because, hasPasskey }: UnlockProps): ReactElement {
  return (
    <Page title={vaultText.lockedTitle} lead={vaultText.because[because]}>
      <div className="grid gap-6">
        <SecretEntry hasPasskey={hasPasskey} />
        <details className="max-w-prose">
          <summary className="w-fit rounded-small py-1 text-ink-soft hover:text-ink">
            {vaultText.forgotten}
          </summary>
          <ol className="mt-2 grid list-decimal gap-1.5 ps-6 text-ink-soft">
            {vaultText.forgottenWays.map((way) => (
              <li key={way}>{way}</li>
            ))}
          </ol>
          <p className="mt-3">
            <Link href="/settings">{vaultText.forgottenAction}</Link>
          </p>
        </details>
      </div>
    </Page>
  );
}

function SecretEntry({ hasPasskey }: { readonly hasPasskey: boolean }): ReactElement {
  const { vault } = useServices();
  const [way, setWay] = useState<"passphrase" | "recovery-code">("passphrase");
  const [text, setText] = useState("");
  const unlock = useVaultTask((secret: VaultSecret) => vault.unlock(secret));
  const tryIt = (): void => {
    if (text !== "" && !unlock.isPending) void unlock.run({ type: way, text });
  };
  const change = (next: string): void => {
    setText(next);
    unlock.forgetError();
  };
  const isWrong = unlock.error?.type === "vault-wrong-secret";
  const wrong = vaultErrorText({ type: "vault-wrong-secret" });
  const isCode = way === "recovery-code";
  return (
    <EnterArea label={vaultText.lockedTitle} onEnter={tryIt}>
      <div aria-live="polite" className="grid gap-4">
        <PassphraseField
          key={way}
          isFocused
          label={isCode ? vaultText.code : vaultText.passphrase}
          help={isCode ? vaultText.codeHelp : undefined}
          value={text}
          onChange={change}
          error={isWrong ? `${wrong.title} ${wrong.wayOn}` : undefined}
        />
      </div>
      {!isWrong && <VaultProblem error={unlock.error} onRetry={tryIt} />}
      <div className="flex flex-wrap gap-2">
        <Button
          tone="primary"
          icon={<LockIcon />}
          isPending={unlock.isPending}
          pendingLabel={vaultText.unlocking}
          onClick={tryIt}
        >
          {vaultText.unlock}
        </Button>
        {hasPasskey && (
          <Button onClick={() => void unlock.run({ type: "passkey" })} disabled={unlock.isPending}>
            {vaultText.passkey}
          </Button>
        )}
        <Button
          tone="quiet"
          onClick={() => {
            setWay(isCode ? "passphrase" : "recovery-code");
            change("");
          }}
        >
          {isCode ? vaultText.byPassphrase : vaultText.byCode}
        </Button>
      </div>
    </EnterArea>
  );
}
