/** The list of cases on this device. */

import type { ReactElement } from "react";
import { ButtonLink } from "../kit/ButtonLink.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { CasesIcon } from "../kit/icons/places.tsx";
import { Page } from "../kit/Page.tsx";
import { casesText } from "../text/cases.ts";

/** Until the vault exists there is nothing to list, and the screen says why. */
export function CasesPage(): ReactElement {
  return (
    <Page title={casesText.title} lead={casesText.lead}>
      <EmptyState
        icon={<CasesIcon />}
        title={casesText.emptyTitle}
        actions={
          <>
            <ButtonLink href="/teach" tone="primary">
              {casesText.emptyAction}
            </ButtonLink>
            <ButtonLink href="/shelf">{casesText.emptySecond}</ButtonLink>
          </>
        }
      >
        {casesText.emptyExplanation}
      </EmptyState>
    </Page>
  );
}
