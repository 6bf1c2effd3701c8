/** One case. */

import type { ReactElement } from "react";
import { ButtonLink } from "../kit/ButtonLink.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { CasesIcon } from "../kit/icons/places.tsx";
import { Page } from "../kit/Page.tsx";
import { caseText } from "../text/case.ts";

/** An address alone never holds a case, so this says where cases live. */
export function CasePage(): ReactElement {
  return (
    <Page title={caseText.title}>
      <EmptyState
        icon={<CasesIcon />}
        title={caseText.missingTitle}
        actions={
          <ButtonLink href="/cases" tone="primary">
            {caseText.back}
          </ButtonLink>
        }
      >
        {caseText.missingExplanation}
      </EmptyState>
    </Page>
  );
}
