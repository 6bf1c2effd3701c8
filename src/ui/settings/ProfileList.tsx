/** Named profiles: who annotates on this device. */

import { useState } from "react";
import type { ReactElement } from "react";
import type { Profile, VaultSettings } from "../../contracts/vault.ts";
import { EnterArea } from "../common/EnterArea.tsx";
import { VaultProblem } from "../common/VaultProblem.tsx";
import { Button } from "../kit/Button.tsx";
import { Chip } from "../kit/Chip.tsx";
import { IconButton } from "../kit/IconButton.tsx";
import { PlusIcon, TrashIcon } from "../kit/icons/actions.tsx";
import { CheckIcon } from "../kit/icons/signs.tsx";
import { PatientTextField } from "../kit/PatientTextField.tsx";
import { Select } from "../kit/Select.tsx";
import { useServices } from "../services.ts";
import { vaultSettingsText } from "../text/vault-settings.ts";
import { useChangeSettings } from "./use-change-settings.ts";

export type ProfileListProps = { readonly settings: VaultSettings };

/** Removing one leaves what it wrote as it is. */
export function ProfileList({ settings }: ProfileListProps): ReactElement {
  const { profiles, activeProfile } = settings;
  const change = useChangeSettings();
  const remove = (id: string) => {
    const kept = profiles.filter((profile) => profile.id !== id);
    const active = activeProfile === id ? kept[0]?.id : activeProfile;
    void change.run({ profiles: kept, activeProfile: active });
  };
  return (
    <>
      <p className="max-w-prose text-ink-soft">{vaultSettingsText.profilesNote}</p>
      {profiles.length === 0 ? (
        <p className="text-ink-soft">{vaultSettingsText.profilesNone}</p>
      ) : (
        <ul className="divide-y divide-line rounded-panel border border-line bg-surface">
          {profiles.map((profile) => (
            <li key={profile.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
              <ProfileLine
                profile={profile}
                isActive={profile.id === activeProfile}
                onUse={() => void change.run({ activeProfile: profile.id })}
                onRemove={() => remove(profile.id)}
              />
            </li>
          ))}
        </ul>
      )}
      <VaultProblem error={change.error} />
      <AddProfile
        onAdd={(profile) =>
          void change.run({ profiles: [...profiles, profile], activeProfile: activeProfile ?? profile.id })
        }
      />
    </>
  );
}

function ProfileLine(props: {
  readonly profile: Profile;
  readonly isActive: boolean;
  readonly onUse: () => void;
  readonly onRemove: () => void;
}): ReactElement {
  const { profile, isActive, onUse, onRemove } = props;
  return (
    <>
      <span className="min-w-0 flex-1 basis-40 wrap-anywhere">
        <span className="font-[560]">{profile.name}</span>{" "}
        <span className="text-small text-ink-soft">{vaultSettingsText.kinds[profile.kind]}</span>
      </span>
      {isActive ? (
        <Chip tone="accent" icon={<CheckIcon />}>
          {vaultSettingsText.profileInUse}
        </Chip>
      ) : (
        <Button size="small" aria-label={vaultSettingsText.chooseProfile(profile.name)} onClick={onUse}>
          {vaultSettingsText.choose}
        </Button>
      )}
      <IconButton
        size="small"
        label={vaultSettingsText.removeProfile(profile.name)}
        icon={<TrashIcon />}
        onClick={onRemove}
      />
    </>
  );
}

const KINDS = ["clinician", "educator", "learner"] as const satisfies readonly Profile["kind"][];

function AddProfile({ onAdd }: { readonly onAdd: (profile: Profile) => void }): ReactElement {
  const { newId } = useServices();
  const [name, setName] = useState("");
  const [kind, setKind] = useState<Profile["kind"]>("clinician");
  const [isTried, setTried] = useState(false);
  const isMissing = name.trim() === "";
  const add = () => {
    setTried(isMissing);
    if (isMissing) return;
    onAdd({ id: newId(), name: name.trim(), kind });
    setName("");
  };
  return (
    <EnterArea label={vaultSettingsText.addProfile} onEnter={add}>
      <div className="grid grid-cols-[1fr_9rem] items-start gap-3">
        <PatientTextField
          label={vaultSettingsText.profile}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
          error={isTried && isMissing ? vaultSettingsText.nameMissing : undefined}
        />
        <Select
          label={vaultSettingsText.profileKind}
          options={KINDS.map((id) => ({ id, label: vaultSettingsText.kinds[id] }))}
          selectedId={kind}
          onSelect={(id) => setKind(KINDS.find((known) => known === id) ?? "clinician")}
        />
      </div>
      <div>
        <Button icon={<PlusIcon />} onClick={add}>
          {vaultSettingsText.addProfile}
        </Button>
      </div>
    </EnterArea>
  );
}
