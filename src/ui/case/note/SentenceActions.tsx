/** What rests on the sentence that is chosen, and what can be asked about it and done with it. */

import { type ReactElement, useState } from "react";
import { useStore } from "zustand";
import { sentenceToTarget } from "../../../domain/argument/explanations/sentence.ts";
import type { Sentence } from "../../../domain/case-text/sentences.ts";
import type { CaseFinding } from "../../../domain/record/case-findings.ts";
import { AskMenu } from "../../actions/AskMenu.tsx";
import { useDeskActions } from "../../actions/desk-actions.ts";
import { MarkButton } from "../../actions/MarkButton.tsx";
import { MarksOf } from "../../actions/MarksOf.tsx";
import { useDesk } from "../../desk/use-desk.ts";
import { Button } from "../../kit/Button.tsx";
import { PlusIcon } from "../../kit/icons/actions.tsx";
import { caseText } from "../../text/case.ts";
import { noteText } from "../../text/note.ts";
import { AddFinding } from "./AddFinding.tsx";
import { FindingChip } from "./FindingChip.tsx";
import { useNoteLight } from "./note-light.ts";

export type SentenceActionsProps = {
  readonly sentence: Sentence;
  readonly findings: readonly CaseFinding[];
};

/** Reading only, without the parts that write. */
export function SentenceActions({ sentence, findings }: SentenceActionsProps): ReactElement {
  const desk = useDesk();
  const { isWritable } = useDeskActions();
  const [isAdding, setAdding] = useState(false);
  const picked = useStore(useNoteLight(), (light) => light.picked);
  const name = caseText.sentence(sentence.id);
  const target = { type: "text", id: sentence.id } as const;
  const words = picked && sentence.text.slice(picked.start - sentence.start, picked.end - sentence.start);
  return (
    <fieldset
      data-own
      aria-label={noteText.sentenceActions(name)}
      className="col-start-2 grid min-w-0 cursor-default gap-2 pt-1.5 pb-1"
    >
      {findings.length > 0 && (
        <fieldset aria-label={noteText.rests} className="flex min-w-0 flex-wrap gap-1.5">
          {findings.map((finding) => (
            <FindingChip
              key={finding.node.id}
              finding={finding}
              onPress={() => desk.select({ type: "node", id: finding.node.id })}
            />
          ))}
        </fieldset>
      )}
      <MarksOf target={target} />
      {isAdding ? (
        <AddFinding key={picked?.start} sentence={sentence} picked={picked} onDone={() => setAdding(false)} />
      ) : (
        <div className="flex flex-wrap items-center gap-1">
          <AskMenu target={sentenceToTarget(sentence.id)} name={name} />
          <MarkButton target={target} name={name} />
          {isWritable && (
            <Button size="small" tone="quiet" icon={<PlusIcon />} onClick={() => setAdding(true)}>
              {words === undefined ? noteText.addFinding : noteText.addFindingOf(shorten(words))}
            </Button>
          )}
        </div>
      )}
    </fieldset>
  );
}

function shorten(words: string): string {
  return words.length > 40 ? `${words.slice(0, 39)}…` : words;
}
