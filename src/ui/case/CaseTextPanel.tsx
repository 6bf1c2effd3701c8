/** The case text: numbered sentences, or the field in which they are corrected. */

import { useState } from "react";
import type { ReactElement } from "react";
import { useDeskActions } from "../actions/desk-actions.ts";
import { useCase, useIsLookingBack } from "../desk/use-desk.ts";
import { Button } from "../kit/Button.tsx";
import { PencilIcon } from "../kit/icons/actions.tsx";
import { PageSection } from "../kit/PageSection.tsx";
import { caseText } from "../text/case.ts";
import type { CaseSession } from "../../workbench/case-session/case-session.ts";
import { CorrectText } from "./CorrectText.tsx";
import { Sentences } from "./Sentences.tsx";

export type CaseTextPanelProps = {
  readonly session: CaseSession;
  readonly onUnsaved: (isUnsaved: boolean) => void;
};

/** What was begun stays on the screen when another tab takes over, so that no word of it is lost. */
export function CaseTextPanel({ session, onUnsaved }: CaseTextPanelProps): ReactElement {
  const text = useCase(({ view }) => view.state.text);
  const { isWritable } = useDeskActions();
  const isLookingBack = useIsLookingBack();
  const [isCorrecting, setCorrecting] = useState(false);
  return (
    <PageSection title={caseText.text}>
      {isCorrecting && (
        // Out of sight while one looks back: what was begun belongs to now.
        <div hidden={isLookingBack}>
          <CorrectText session={session} onUnsaved={onUnsaved} onDone={() => setCorrecting(false)} />
        </div>
      )}
      {(!isCorrecting || isLookingBack) && (
        <>
          {text === undefined || text.sentences.length === 0 ? (
            <p className="text-ink-soft">{caseText.noText}</p>
          ) : (
            <Sentences text={text} />
          )}
          <p className="max-w-prose text-small text-ink-soft">{caseText.sentencesNote}</p>
          {isWritable && (
            <div>
              <Button icon={<PencilIcon />} onClick={() => setCorrecting(true)}>
                {caseText.correct}
              </Button>
            </div>
          )}
        </>
      )}
    </PageSection>
  );
}
