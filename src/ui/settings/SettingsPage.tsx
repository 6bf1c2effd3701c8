/** What a person may choose, and what this browser keeps. */

import { useState, useSyncExternalStore } from "react";
import type { ReactElement } from "react";
import { StorageFacts } from "../common/StorageFacts.tsx";
import { Page } from "../kit/Page.tsx";
import { PageSection } from "../kit/PageSection.tsx";
import { useServices } from "../services.ts";
import { settingsText } from "../text/settings.ts";
import { vaultSettingsText } from "../text/vault-settings.ts";
import { THEME_CHOICES, applyThemeChoice, readThemeChoice } from "../theme-choice.ts";
import { RestorePart } from "./RestorePart.tsx";
import { VaultSettings } from "./VaultSettings.tsx";
import { WipePart } from "./WipePart.tsx";

/** Every choice is applied at once; there is nothing to save. */
export function SettingsPage(): ReactElement {
  const { offline } = useServices();
  const { serviceWorker } = useSyncExternalStore(offline.subscribe, offline.read);
  return (
    <Page title={settingsText.title}>
      <PageSection title={settingsText.appearance}>
        <ThemeChoices />
      </PageSection>
      <VaultSettings />
      <PageSection title={vaultSettingsText.restore}>
        <RestorePart />
      </PageSection>
      <PageSection title={settingsText.storage}>
        <StorageFacts />
      </PageSection>
      <PageSection title={settingsText.offline}>
        <p>{settingsText.offlineStates[serviceWorker]}</p>
      </PageSection>
      <PageSection title={settingsText.privacy}>
        <p>{settingsText.privacyNote}</p>
      </PageSection>
      <PageSection title={vaultSettingsText.wipe}>
        <WipePart />
      </PageSection>
    </Page>
  );
}

function ThemeChoices(): ReactElement {
  const [chosen, setChosen] = useState(readThemeChoice);
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">{settingsText.appearance}</legend>
      {THEME_CHOICES.map((choice) => (
        <label
          key={choice}
          className="flex min-h-11 items-center gap-2.5 rounded-control border border-line-strong/60 bg-surface px-4 has-checked:border-accent has-checked:bg-accent-soft"
        >
          <input
            type="radio"
            name="appearance"
            className="accent-[var(--accent)]"
            checked={choice === chosen}
            onChange={() => {
              setChosen(choice);
              applyThemeChoice(choice);
            }}
          />
          {settingsText.themes[choice]}
        </label>
      ))}
    </fieldset>
  );
}
