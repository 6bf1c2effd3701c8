/** A finding that a person reads in the note: its words, whether it is there, and what it bears on. */

import { type ReactElement, useState } from "react";
import type { Sentence } from "../../../domain/case-text/sentences.ts";
import { useDeskActions } from "../../actions/desk-actions.ts";
import { useDesk, useFacts } from "../../desk/use-desk.ts";
import { Button } from "../../kit/Button.tsx";
import { PatientTextField } from "../../kit/PatientTextField.tsx";
import { RadioGroup } from "../../kit/RadioGroup.tsx";
import { Select } from "../../kit/Select.tsx";
import { Switch } from "../../kit/Switch.tsx";
import { caseText } from "../../text/case.ts";
import { kindWords } from "../../text/dialogue.ts";
import { noteText } from "../../text/note.ts";
import { type FindingFields, WEIGHTS, canBearOn, draftFinding, readFields } from "./finding-draft.ts";
import type { PickedWords } from "./note-light.ts";

export type AddFindingProps = {
  readonly sentence: Sentence;
  readonly picked: PickedWords | undefined;
  readonly onDone: () => void;
};

/** In the field Enter adds it and Escape puts it away; what it adds can be undone. */
export function AddFinding({ sentence, picked, onDone }: AddFindingProps): ReactElement {
  const desk = useDesk();
  const { settle, say } = useDeskActions();
  const [fields, setFields] = useState(() => readFields(sentence, picked));
  const change = (part: Partial<FindingFields>): void => setFields({ ...fields, ...part });
  const isEmpty = fields.words.trim() === "";
  const add = async (): Promise<void> => {
    if (isEmpty) return;
    const draft = draftFinding({ fields, sentence, picked, newId: desk.newId });
    if (!(await settle(desk.correct({ type: "add", ...draft })))) return;
    say(noteText.added);
    onDone();
  };
  return (
    <fieldset
      aria-label={noteText.formTitle}
      className="grid min-w-0 gap-3 rounded-panel border border-line-strong/60 bg-surface p-3"
    >
      <PatientTextField
        isMultiline
        rows={2}
        label={noteText.words}
        help={citedWords(sentence, picked)}
        value={fields.words}
        maxLength={300}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was just asked for, from the sentence above
        autoFocus
        onChange={(event) => change({ words: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === "Escape") onDone();
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void add();
        }}
      />
      <RadioGroup
        isRow
        label={noteText.polarity}
        options={[
          { id: "present", label: noteText.polarities.present },
          { id: "absent", label: noteText.polarities.absent },
        ]}
        selectedId={fields.polarity}
        onSelect={(id) => change({ polarity: id === "absent" ? "absent" : "present" })}
      />
      <Switch
        label={noteText.criticalSwitch}
        isOn={fields.critical}
        onChange={(critical) => change({ critical })}
      />
      <Bearing fields={fields} onChange={change} />
      <div className="flex flex-wrap gap-2">
        <Button size="small" tone="primary" disabled={isEmpty} onClick={() => void add()}>
          {noteText.add}
        </Button>
        <Button size="small" tone="quiet" onClick={onDone}>
          {noteText.cancel}
        </Button>
      </div>
    </fieldset>
  );
}

function citedWords(sentence: Sentence, picked: PickedWords | undefined): string {
  if (picked === undefined) return noteText.cites(caseText.sentence(sentence.id));
  return noteText.citesWords(sentence.text.slice(picked.start - sentence.start, picked.end - sentence.start));
}

type BearingProps = {
  readonly fields: FindingFields;
  readonly onChange: (part: Partial<FindingFields>) => void;
};

/** The link is optional: a finding may be noted before anybody knows what for. */
function Bearing({ fields, onChange }: BearingProps): ReactElement | null {
  const nodes = useFacts(({ graph }) => graph.nodes);
  const targets = [...nodes.values()].filter(({ kind }) => canBearOn(kind, fields.way));
  if (targets.length === 0) return null;
  return (
    <>
      <Select
        label={noteText.bearsOn}
        options={[
          { id: "", label: noteText.onNothing },
          ...targets.map(({ id, kind, text }) => ({ id, label: `${kindWords[kind]}: ${text}` })),
        ]}
        selectedId={fields.target}
        onSelect={(target) => onChange({ target })}
      />
      {fields.target !== "" && (
        <>
          <RadioGroup
            isRow
            label={noteText.way}
            options={[
              { id: "supports", label: noteText.ways.supports },
              { id: "attacks", label: noteText.ways.attacks },
            ]}
            selectedId={fields.way}
            onSelect={(id) => onChange({ way: id === "attacks" ? "attacks" : "supports" })}
          />
          <Select
            label={noteText.weight}
            options={WEIGHTS.map(({ id }) => ({ id, label: noteText.weights[id] }))}
            selectedId={fields.weight}
            onSelect={(id) => onChange({ weight: WEIGHTS.find((one) => one.id === id)?.id ?? "moderate" })}
          />
        </>
      )}
    </>
  );
}
