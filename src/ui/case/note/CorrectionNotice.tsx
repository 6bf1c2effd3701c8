/** What a correction of the note left out of date, with a way to each of it. */

import { type ReactElement, useMemo, useState } from "react";
import { readTextCorrection } from "../../../domain/record/text-correction.ts";
import { useDesk, useFacts } from "../../desk/use-desk.ts";
import { Button } from "../../kit/Button.tsx";
import { Callout } from "../../kit/Callout.tsx";
import { noteText } from "../../text/note.ts";
import { toneLabels } from "../../text/shell.ts";

const SHOWN = 6;

/** Nothing where nothing is out of date. Put away, it stays away until the next correction; each step still says so itself. */
export function CorrectionNotice(): ReactElement | null {
  const desk = useDesk();
  const revision = useFacts(({ live }) => live.view.state.revision);
  const nodes = useFacts(({ branch }) => branch?.nodes);
  const stale = useFacts(({ branch }) => branch?.stale);
  const [putAway, setPutAway] = useState<string>();
  const [areAllShown, showAll] = useState(false);
  const correction = useMemo(() => {
    if (revision === undefined || nodes === undefined || stale === undefined) return undefined;
    return readTextCorrection({ revision }, { nodes, stale });
  }, [revision, nodes, stale]);
  if (correction === undefined || putAway === revision) return null;
  const { citing, following } = correction;
  const shown = areAllShown ? citing : citing.slice(0, SHOWN);
  return (
    <Callout
      tone="caution"
      toneLabel={toneLabels.caution}
      title={noteText.correction(citing.length)}
      actions={
        <Button size="small" tone="quiet" onClick={() => setPutAway(revision)}>
          {noteText.dismiss}
        </Button>
      }
    >
      {following > 0 && <p>{noteText.correctionMore(following)}</p>}
      <div className="-ms-2.5 grid justify-items-start">
        {shown.map((id) => (
          <Button
            key={id}
            size="small"
            tone="quiet"
            aria-label={noteText.show(nodes?.get(id)?.text ?? "")}
            onClick={() => desk.select({ type: "node", id })}
          >
            <span className="text-start wrap-anywhere underline underline-offset-2">
              {nodes?.get(id)?.text}
            </span>
          </Button>
        ))}
        {shown.length < citing.length && (
          <Button size="small" tone="quiet" onClick={() => showAll(true)}>
            {noteText.more(citing.length - SHOWN)}
          </Button>
        )}
      </div>
    </Callout>
  );
}
