/** The Models screen of the workbench: what is installed, what this device can run, where models come from. */

import type { ReactElement } from "react";
import { ButtonLink } from "../kit/ButtonLink.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { ModelsIcon } from "../kit/icons/places.tsx";
import { Page } from "../kit/Page.tsx";
import { PageSection } from "../kit/PageSection.tsx";
import { StorageFacts } from "../common/StorageFacts.tsx";
import { shelfText } from "../text/shelf.ts";
import { DeviceFacts } from "./DeviceFacts.tsx";

/** Nothing here touches the network; getting a model leads to a document of its own. */
export function ShelfPage(): ReactElement {
  return (
    <Page title={shelfText.title} lead={shelfText.lead}>
      <PageSection title={shelfText.installed}>
        <EmptyState
          icon={<ModelsIcon />}
          title={shelfText.installedNone}
          headingLevel={3}
          actions={<ButtonLink href="/models">{shelfText.getModels}</ButtonLink>}
        >
          <p>{shelfText.installedNoneExplanation}</p>
          <p className="mt-2">{shelfText.getModelsNote}</p>
        </EmptyState>
      </PageSection>
      <PageSection title={shelfText.device}>
        <DeviceFacts />
      </PageSection>
      <PageSection title={shelfText.room}>
        <StorageFacts />
      </PageSection>
    </Page>
  );
}
