/** An address that means nothing here. */

import type { ReactElement } from "react";
import { ButtonLink } from "../kit/ButtonLink.tsx";
import { Page } from "../kit/Page.tsx";
import { notFoundText } from "../text/shell.ts";

/** Says so and leads back. */
export function NotFoundPage(): ReactElement {
  return (
    <Page title={notFoundText.title} lead={notFoundText.explanation}>
      <p>
        <ButtonLink href="/cases" tone="primary">
          {notFoundText.back}
        </ButtonLink>
      </p>
    </Page>
  );
}
