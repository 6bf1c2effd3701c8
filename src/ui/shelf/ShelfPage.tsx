/** The Models screen of the workbench: what is installed, what this device can run, where models come from. */

import type { ReactElement } from "react";
import { StorageFacts } from "../common/StorageFacts.tsx";
import { Link } from "../kit/Link.tsx";
import { Page } from "../kit/Page.tsx";
import { PageSection } from "../kit/PageSection.tsx";
import { shelfText } from "../text/shelf.ts";
import { AvailableModels } from "./AvailableModels.tsx";
import { DeviceFacts } from "./DeviceFacts.tsx";
import { InstallFromDisk } from "./InstallFromDisk.tsx";
import { InstalledModels } from "./InstalledModels.tsx";
import { JobList } from "./JobList.tsx";
import { TryModel } from "./TryModel.tsx";
import { useShelf, useShelfNews } from "./use-shelf.ts";

/** Nothing here leaves this app's own server; model hosts are the business of a document of its own. */
export function ShelfPage(): ReactElement {
  const shelf = useShelf();
  useShelfNews(shelf);
  return (
    <Page title={shelfText.title} lead={shelfText.lead}>
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
        <div className="grid min-w-0 gap-8">
          <JobList shelf={shelf} />
          <InstalledModels shelf={shelf} />
          <TryModel />
          <InstallFromDisk shelf={shelf} />
          <AvailableModels shelf={shelf} />
        </div>
        <div className="grid min-w-0 gap-8">
          <PageSection title={shelfText.download}>
            <p className="text-ink-soft">{shelfText.getModelsNote}</p>
            <p>
              <Link href="/models">{shelfText.getModels}</Link>
            </p>
          </PageSection>
          <PageSection title={shelfText.device}>
            <DeviceFacts />
          </PageSection>
          <PageSection title={shelfText.room}>
            <StorageFacts />
          </PageSection>
        </div>
      </div>
    </Page>
  );
}
