/** One finding: its words, how it stands, where it was read; corrected, turned around, retracted and brought back here. */

import { type ReactElement, useState } from "react";
import { useStore } from "zustand";
import type { Sentence } from "../../../domain/case-text/sentences.ts";
import type { CaseFinding } from "../../../domain/record/case-findings.ts";
import { useDeskActions } from "../../actions/desk-actions.ts";
import { EditText } from "../../actions/EditText.tsx";
import { StepActions } from "../../actions/StepActions.tsx";
import { SentenceChip } from "../../answers/SentenceChip.tsx";
import { useDesk, useFacts } from "../../desk/use-desk.ts";
import { Button } from "../../kit/Button.tsx";
import { Chip } from "../../kit/Chip.tsx";
import { CautionIcon } from "../../kit/icons/signs.tsx";
import { noteText, standingWords } from "../../text/note.ts";
import { FindingChip } from "./FindingChip.tsx";
import { type FindingAction, readFindingActions } from "./finding-actions.ts";

export type FindingRowProps = { readonly finding: CaseFinding };

/** Everything here can be undone. */
export function FindingRow({ finding }: FindingRowProps): ReactElement {
  const desk = useDesk();
  const { isWritable } = useDeskActions();
  const [isEditing, setEditing] = useState(false);
  const { node, standing } = finding;
  const target = { type: "node", id: node.id } as const;
  return (
    <li
      className="grid grid-cols-1 gap-1.5 px-3 py-2.5 hover:bg-hover/50"
      onPointerEnter={() => desk.hover(target)}
      onPointerLeave={() => desk.hover(undefined)}
    >
      {isEditing ? (
        <EditText node={node} onDone={() => setEditing(false)} />
      ) : (
        <div className="flex items-start justify-between gap-2">
          <FindingChip finding={finding} onPress={() => desk.select(target)} />
          {standing !== "retracted" && (
            <StepActions type="node" id={node.id} name={node.text} onEdit={() => setEditing(true)} />
          )}
        </div>
      )}
      <div className="flex flex-wrap items-center gap-1.5">
        <Places finding={finding} />
        {node.critical && <Chip>{noteText.critical}</Chip>}
        {finding.isStale && (
          <Chip tone="caution" icon={<CautionIcon />}>
            {noteText.stale}
          </Chip>
        )}
        {isWritable && !isEditing && <Actions finding={finding} />}
      </div>
    </li>
  );
}

function Places({ finding: { places } }: FindingRowProps): ReactElement {
  const { isWritable } = useDeskActions();
  const lost = places.map(({ state }) => state).find((state) => state !== "current");
  return (
    <>
      {places
        .filter(({ state }) => state === "current")
        .map(({ sentence }) => (
          <SentenceChip key={sentence} sentence={sentence} />
        ))}
      {lost !== undefined && (
        <span className="text-small text-caution">
          {noteText.lost[lost]} {isWritable && noteText.howToCite}
        </span>
      )}
      {places.length === 0 && <span className="text-small text-ink-soft">{noteText.citesNothing}</span>}
    </>
  );
}

/** The sentence that is selected in the note. */
function useChosenSentence(): Sentence | undefined {
  const selected = useStore(useDesk().selection, (selection) => selection.selected);
  const text = useFacts(({ live }) => live.view.state.text);
  return selected.type === "sentence" ? text?.byId.get(selected.id) : undefined;
}

function Actions({ finding }: FindingRowProps): ReactElement {
  const desk = useDesk();
  const { settle, say } = useDeskActions();
  const chosen = useChosenSentence();
  const act = async ({ correction, label }: FindingAction): Promise<void> => {
    const drafted = correction(desk.facts.getState());
    if (drafted !== undefined && (await settle(desk.correct(drafted))))
      say(noteText.action(label, `${finding.node.text}, ${standingWords[finding.standing]}`));
  };
  return (
    <span className="ms-auto flex flex-wrap">
      {readFindingActions(finding, chosen).map((action) => (
        <Button
          key={action.id}
          size="small"
          tone="quiet"
          aria-label={noteText.action(action.label, finding.node.text)}
          onClick={() => void act(action)}
        >
          {action.label}
        </Button>
      ))}
    </span>
  );
}
