/** The first visit: where cases should be kept, and making the vault. */

import { useState } from "react";
import type { ReactElement, ReactNode } from "react";
import { focusContent } from "../common/focus-content.ts";
import { VaultProblem } from "../common/VaultProblem.tsx";
import { useVaultState, useVaultTask } from "../common/use-vault.ts";
import { RecoveryCode } from "../common/RecoveryCode.tsx";
import { Button } from "../kit/Button.tsx";
import { Link } from "../kit/Link.tsx";
import { Page } from "../kit/Page.tsx";
import { PageSection } from "../kit/PageSection.tsx";
import { useServices } from "../services.ts";
import { vaultText } from "../text/vault.ts";
import { ChoosePassphrase } from "./ChoosePassphrase.tsx";

export type FirstRunProps = {
  readonly title: string;
  readonly start?: ReactNode;
  /** True from the first press until the recovery code was kept. */
  readonly onSettingUp: (isSettingUp: boolean) => void;
};

type Step = "choose" | "passphrase" | { readonly code: string };

/** Choose, passphrase, code: three screens in one place, none of which can be come back to by the browser's arrows. */
export function FirstRun({ title, start, onSettingUp }: FirstRunProps): ReactElement {
  const [step, setStep] = useState<Step>("choose");
  const state = useVaultState();
  if (typeof step === "object" && state.type === "open") {
    return (
      <Page title={vaultText.codeTitle} lead={vaultText.codeLead}>
        <RecoveryCode
          code={step.code}
          onKept={() => {
            onSettingUp(false);
            focusContent();
          }}
        />
      </Page>
    );
  }
  if (step === "passphrase") {
    return (
      <ChoosePassphrase
        onBegin={() => onSettingUp(true)}
        onFailed={() => onSettingUp(false)}
        onBack={() => setStep("choose")}
        onMade={(code) => {
          setStep({ code });
          focusContent();
        }}
      />
    );
  }
  return (
    <Page title={title} lead={vaultText.lead}>
      <PageSection title={vaultText.chooseTitle}>
        <VaultChoice onChoose={() => setStep("passphrase")} />
        <TemporaryChoice />
        <p className="flex flex-wrap gap-x-5 gap-y-1 pt-1 text-ink-soft">
          <span>
            {vaultText.neither} <Link href="/teach">{vaultText.neitherAction}</Link>
          </span>
          <span>
            {vaultText.haveBackup} <Link href="/settings">{vaultText.haveBackupAction}</Link>
          </span>
        </p>
      </PageSection>
      {start}
    </Page>
  );
}

function VaultChoice({ onChoose }: { readonly onChoose: () => void }): ReactElement {
  return (
    <div className="grid gap-3 rounded-panel border border-accent-line bg-surface p-5">
      <h3 className="text-lead font-[600]">{vaultText.vaultTitle}</h3>
      <div className="grid max-w-prose gap-1.5 text-ink-soft">
        {vaultText.vaultSentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <div>
        <Button tone="primary" onClick={onChoose}>
          {vaultText.vaultAction}
        </Button>
      </div>
    </div>
  );
}

function TemporaryChoice(): ReactElement {
  const { vault } = useServices();
  const { run, isPending, error } = useVaultTask(() => vault.startTemporary());
  return (
    <div className="grid gap-3 rounded-panel border border-line bg-surface p-5">
      <h3 className="text-lead font-[600]">{vaultText.temporaryTitle}</h3>
      <p className="max-w-prose text-ink-soft">{vaultText.temporaryExplanation}</p>
      <VaultProblem error={error} onRetry={() => void run(undefined)} />
      <div>
        <Button
          isPending={isPending}
          pendingLabel={vaultText.temporaryStarting}
          onClick={() => void run(undefined)}
        >
          {vaultText.temporaryAction}
        </Button>
      </div>
    </div>
  );
}
