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
import { CorrectionNotice } from "./note/CorrectionNotice.tsx";
import { FindingList } from "./note/FindingList.tsx";
import { Note } from "./note/Note.tsx";
import { type NoteFindings, useNoteFindings } from "./note/use-note-findings.ts";

export type CaseTextPanelProps = {
  readonly session: CaseSession;
  /** Whether the note has been painted: what was found in it comes behind it. */
  readonly isSeen: boolean;
  readonly onUnsaved: (isUnsaved: boolean) => void;
};

/** What was begun stays on the screen when another tab takes over, so that no word of it is lost. */
export function CaseTextPanel({ session, isSeen, onUnsaved }: CaseTextPanelProps): ReactElement {
  const isLookingBack = useIsLookingBack();
  const [isCorrecting, setCorrecting] = useState(false);
  const [wasCorrected, setCorrected] = useState(false);
  const finish = (): void => {
    setCorrecting(false);
    setCorrected(true);
  };
  const hasText = useCase(({ view }) => view.state.text !== undefined);
  const findings = useNoteFindings(isSeen);
  return (
    <div className="grid grid-cols-1 gap-4">
      {isCorrecting && (
        // Out of sight while one looks back: what was begun belongs to now.
        <div hidden={isLookingBack}>
          <PageSection title={caseText.text}>
            <CorrectText session={session} onUnsaved={onUnsaved} onDone={finish} />
          </PageSection>
        </div>
      )}
      {(!isCorrecting || isLookingBack) && (
        <ReadText findings={findings} isBack={wasCorrected} onCorrect={() => setCorrecting(true)} />
      )}
      {hasText && isSeen && <FindingList findings={findings.all} />}
    </div>
  );
}

type ReadTextProps = {
  readonly findings: NoteFindings;
  /** From a correction: then the top of the note is where to go on, with what became of it. */
  readonly isBack: boolean;
  readonly onCorrect: () => void;
};

/** What can be done stands before the note, which may be three hundred pages long. */
function ReadText({ findings, isBack, onCorrect }: ReadTextProps): ReactElement {
  const text = useCase(({ view }) => view.state.text);
  const { isWritable } = useDeskActions();
  return (
    <PageSection title={caseText.text}>
      <p className="max-w-prose text-small text-ink-soft">{caseText.sentencesNote}</p>
      {isWritable && (
        <div>
          <Button
            size="small"
            icon={<PencilIcon />}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that had the focus is gone
            autoFocus={isBack}
            onClick={onCorrect}
          >
            {caseText.correct}
          </Button>
        </div>
      )}
      <CorrectionNotice />
      {text === undefined || text.sentences.length === 0 ? (
        <p className="text-ink-soft">{caseText.noText}</p>
      ) : (
        <Note text={text} findings={findings} isBack={isBack} />
      )}
    </PageSection>
  );
}
