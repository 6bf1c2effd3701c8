/** Answer and reasoning judged apart: which of four a case is, why, and what is missing to say it. */

import type { ReactElement } from "react";
import { type FourCells, readFourCells } from "../../domain/annotations/four-cells.ts";
import type { AnnotationState } from "../../domain/record/case-state.ts";
import { targetWords } from "../actions/node-words.ts";
import { useFacts } from "../desk/use-desk.ts";
import { Chip } from "../kit/Chip.tsx";
import { CheckCircleIcon } from "../kit/icons/signs.tsx";
import { cellText } from "../text/marks.ts";
import { CellTable } from "./CellTable.tsx";
import { sayCells } from "./say-cells.ts";
import { StepsToJudge } from "./StepsToJudge.tsx";
import { VerdictButtons } from "./VerdictButtons.tsx";

export type FourCellCardProps = { readonly marks: readonly AnnotationState[] };

/** Nothing before there is an answer. */
export function FourCellCard({ marks }: FourCellCardProps): ReactElement | null {
  const strengths = useFacts((facts) => facts.strengths);
  const conclusion = useFacts(({ branch }) => branch?.conclusion);
  const cells = readFourCells(strengths, conclusion, marks);
  if (cells === undefined) return null;
  const answer = targetWords(strengths.graph, cells.answer);
  return (
    <section
      aria-label={cellText.title}
      className="grid grid-cols-1 gap-3 rounded-panel border border-line bg-surface p-3"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h3 className="text-body font-[620]">{cellText.title}</h3>
        <Chip tone="accent" icon={<CheckCircleIcon />}>
          {cellText.computed}
        </Chip>
      </div>
      <div className="grid grid-cols-1 gap-1.5">
        <p className="text-small text-ink-soft">
          {cells.isStated ? cellText.answerStated : cellText.answerLeads}
        </p>
        <p className="font-[560] wrap-anywhere">{answer}</p>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <span className="text-small">{cellText.judgeAnswer}</span>
          <VerdictButtons isLarge target={{ type: "case", id: cells.answer }} name={answer} />
        </div>
      </div>
      <CellTable cells={cells} />
      <Words
        cells={cells}
        nameOf={(id) => (id === undefined ? cellText.nobody : targetWords(strengths.graph, id))}
      />
      <StepsToJudge steps={cells.steps} />
    </section>
  );
}

function Words(props: {
  readonly cells: FourCells;
  readonly nameOf: (id: string | undefined) => string;
}): ReactElement {
  const said = sayCells(props.cells, props.nameOf);
  return (
    <div className="grid gap-1" aria-live="polite">
      {said.sentence !== undefined && <p className="font-[560] wrap-anywhere">{said.sentence}</p>}
      {said.missing.length > 0 && (
        <div className="text-small text-ink-soft">
          <p className="font-[560]">{cellText.missingTitle}</p>
          <ul className="list-disc ps-5">
            {said.missing.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
