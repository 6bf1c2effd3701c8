/** What is installed on this device, and what can be done with each of it. */

import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import type { ModelShelf } from "../../contracts/model-shelf.ts";
import { ButtonLink } from "../kit/ButtonLink.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { ModelsIcon } from "../kit/icons/places.tsx";
import { PageSection } from "../kit/PageSection.tsx";
import { Skeleton } from "../kit/Skeleton.tsx";
import { ToastRegion } from "../kit/ToastRegion.tsx";
import { packText, shelfText } from "../text/shelf.ts";
import { InstalledModel } from "./InstalledModel.tsx";
import { ShelfProblem } from "./ShelfProblem.tsx";
import { useMessages } from "./use-messages.ts";
import { packsQuery } from "./use-shelf.ts";

/** The one installed last comes first. */
export function InstalledModels({ shelf }: { readonly shelf: ModelShelf }): ReactElement {
  const { toasts, say, dismiss } = useMessages();
  return (
    <PageSection title={shelfText.installed}>
      <PackList shelf={shelf} onDone={say} />
      <ToastRegion
        label={packText.messages}
        toasts={toasts}
        dismissLabel={packText.dismiss}
        onDismiss={dismiss}
      />
    </PageSection>
  );
}

type PackListProps = { readonly shelf: ModelShelf; readonly onDone: (message: string) => void };

function PackList({ shelf, onDone }: PackListProps): ReactElement {
  const { data: listed } = useQuery(packsQuery(shelf));
  if (listed === undefined) return <Skeleton label={shelfText.installedReading} lines={3} />;
  if (!listed.ok) return <ShelfProblem error={listed.error} />;
  if (listed.value.length === 0) return <NoModels />;
  return (
    <ul className="grid gap-3">
      {listed.value.map((installed) => (
        <li key={installed.pack.id}>
          <InstalledModel shelf={shelf} installed={installed} onDone={onDone} />
        </li>
      ))}
    </ul>
  );
}

function NoModels(): ReactElement {
  return (
    <EmptyState
      icon={<ModelsIcon />}
      title={shelfText.installedNone}
      headingLevel={3}
      actions={<ButtonLink href="/models">{shelfText.getModels}</ButtonLink>}
    >
      <p>{shelfText.installedNoneExplanation}</p>
      <p className="mt-2">{shelfText.getModelsNote}</p>
    </EmptyState>
  );
}
