/** The teaching library. */

import type { ReactElement } from "react";
import { EmptyState } from "../kit/EmptyState.tsx";
import { TeachIcon } from "../kit/icons/places.tsx";
import { Page } from "../kit/Page.tsx";
import { teachText } from "../text/pages.ts";

export function TeachPage(): ReactElement {
  return (
    <Page title={teachText.title} lead={teachText.lead}>
      <EmptyState icon={<TeachIcon />} title={teachText.emptyTitle}>
        {teachText.emptyExplanation}
      </EmptyState>
    </Page>
  );
}
