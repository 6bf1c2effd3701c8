/** The recovery code, shown once: copy it, print it, and prove that it was kept by typing two of its groups. */

import { useState } from "react";
import type { ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import { CopyIcon, PrintIcon } from "../kit/icons/actions.tsx";
import { PatientTextField } from "../kit/PatientTextField.tsx";
import { vaultText } from "../text/vault.ts";
import { useServices } from "../services.ts";
import { EnterArea } from "./EnterArea.tsx";
import { dayToWords } from "./time-words.ts";
import { askedGroups, isSameGroup } from "./recovery-groups.ts";

export type RecoveryCodeProps = { readonly code: string; readonly onKept: () => void };

/** What is here prints as a sheet of its own: buttons and fields do not. */
export function RecoveryCode({ code, onKept }: RecoveryCodeProps): ReactElement {
  const { now } = useServices();
  const [madeAt] = useState(now);
  return (
    <div className="grid max-w-xl gap-6">
      <figure className="grid gap-3 rounded-panel border border-line-strong bg-surface p-5 print:border-2 print:p-8">
        <figcaption className="text-small text-ink-soft">{vaultText.codeLabel}</figcaption>
        <CodeGroups code={code} />
        <p className="text-small text-ink-soft">{vaultText.codePaper}</p>
        <p className="hidden text-small print:block">{vaultText.codePaperHow}</p>
        <p className="hidden text-small print:block">{vaultText.codeDate(dayToWords(madeAt))}</p>
      </figure>
      <KeepButtons code={code} />
      <GroupCheck code={code} onKept={onKept} />
    </div>
  );
}

function CodeGroups({ code }: { readonly code: string }): ReactElement {
  return (
    <ol data-recovery-code className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-4">
      {code.split("-").map((group, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- two groups may be alike, and they never move
        <li key={`${index}-${group}`} className="flex items-baseline gap-2">
          <span className="w-4 text-end text-fine text-ink-faint tabular-nums" aria-hidden="true">
            {index + 1}
          </span>
          <span className="font-mono text-heading tracking-wider">{group}</span>
        </li>
      ))}
    </ol>
  );
}

function KeepButtons({ code }: { readonly code: string }): ReactElement {
  const [said, setSaid] = useState("");
  const copy = async (): Promise<void> => {
    const isCopied = await navigator.clipboard.writeText(code).then(
      () => true,
      () => false,
    );
    setSaid(isCopied ? vaultText.copied : vaultText.copyFailed);
  };
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <Button icon={<PrintIcon />} onClick={() => globalThis.print()}>
        {vaultText.print}
      </Button>
      <Button icon={<CopyIcon />} onClick={() => void copy()}>
        {vaultText.copy}
      </Button>
      <output className="text-small text-ink-soft">{said}</output>
    </div>
  );
}

function GroupCheck({ code, onKept }: RecoveryCodeProps): ReactElement {
  const asked = askedGroups(code);
  const [typed, setTyped] = useState<readonly string[]>(["", ""]);
  const [isTried, setTried] = useState(false);
  const isRight = (place: number): boolean => isSameGroup(code, asked[place] ?? 0, typed[place] ?? "");
  const finish = (): void => {
    setTried(true);
    if (isRight(0) && isRight(1)) onKept();
  };
  return (
    <div className="print:hidden">
      <EnterArea label={vaultText.checkTitle} onEnter={finish}>
        <div className="grid gap-1">
          <h2 className="text-heading">{vaultText.checkTitle}</h2>
          <p className="text-ink-soft">{vaultText.checkLead}</p>
        </div>
        <div className="grid grid-cols-2 items-start gap-3">
          {asked.map((group, place) => (
            <PatientTextField
              key={group}
              label={vaultText.group(group + 1)}
              value={typed[place] ?? ""}
              maxLength={8}
              onChange={(event) => setTyped(typed.with(place, event.target.value))}
              error={isTried && !isRight(place) ? vaultText.groupWrong : undefined}
            />
          ))}
        </div>
        <div>
          <Button tone="primary" onClick={finish}>
            {vaultText.done}
          </Button>
        </div>
      </EnterArea>
    </div>
  );
}
