/** A new step of a person's own: a finding, a reason for or an argument against something, tied in or by itself. */

import { useState, type ReactElement } from "react";
import type { Sentence } from "../../../domain/case-text/sentences.ts";
import { addableKinds, offerKinds, type AddableKind } from "../../../domain/argument/offered-moves.ts";
import { CornerBody } from "../../common/CornerWindow.tsx";
import { useCase, useDesk, useFacts } from "../../desk/use-desk.ts";
import { Button } from "../../kit/Button.tsx";
import { Combobox, type ComboboxOption } from "../../kit/Combobox.tsx";
import { PatientTextField } from "../../kit/PatientTextField.tsx";
import { Select } from "../../kit/Select.tsx";
import {
  addableWords,
  correctionText,
  kindReasonSentence,
  moveNames,
  polarityWords,
} from "../../text/corrections.ts";
import { useCorrecting, useDraft, type CorrectionForm, type Draft } from "../correcting.ts";
import { draftAddition, usualBase } from "./draft-addition.ts";
import { FormFrame } from "./FormFrame.tsx";
import { targetOptions } from "./LinkForm.tsx";
import { POLARITIES } from "./PolarityForm.tsx";
import { BaseSlider, WeightSlider } from "./StrengthSlider.tsx";
import { useApply } from "./use-apply.ts";

export type AddFormProps = {
  readonly draftKey: string;
  readonly form: Extract<CorrectionForm, { readonly type: "add" }>;
};

/** What is legal decides which kinds and moves there are; where none is, it says why. */
export function AddForm({ draftKey, form }: AddFormProps): ReactElement {
  const desk = useDesk();
  const graph = useFacts((facts) => facts.graph);
  const [ids] = useState(() => ({ node: desk.newId(), edge: desk.newId() }));
  const { kind: wanted = "finding", text = "", sentence } = form;
  const draft = useDraft(draftKey, { kind: wanted, text, sentence, to: form.target, weight: 0.7 });
  const { values, change } = draft;
  const offer = values.to === undefined ? undefined : offerKinds(graph, form.way, values.to);
  const kinds = offer?.kinds ?? addableKinds();
  const kind = kinds.find((each) => each === values.kind) ?? kinds[0];
  const moves = kind === undefined ? [] : (offer?.movesOf(kind) ?? []);
  const move = moves.find((each) => each === values.move) ?? moves[0];
  const isReady = kind !== undefined && values.text.trim() !== "";
  const addition = isReady ? draftAddition({ ...values, kind, move }, ids) : undefined;
  const applying = useApply(addition, draft);
  if (kind === undefined) return <NoKind form={form} why={offer?.why && kindReasonSentence(offer.why)} />;
  return (
    <FormFrame draft={draft} applying={applying} isReady={isReady} applyLabel={correctionText.add}>
      <Words draft={draft} kinds={kinds} kind={kind} />
      {form.target === undefined && (
        <Combobox
          label={correctionText.to}
          help={correctionText.toOptional}
          noMatch={correctionText.noStep}
          options={targetOptions(graph)}
          selectedId={values.to}
          onSelect={(to) => change({ to })}
        />
      )}
      {moves.length > 1 && (
        <Select
          label={correctionText.does}
          options={moves.map((id) => ({ id, label: moveNames[id] }))}
          selectedId={move ?? ""}
          onSelect={(id) => change({ move: moves.find((each) => each === id) })}
        />
      )}
      {move !== undefined && <WeightSlider value={values.weight} onChange={(weight) => change({ weight })} />}
      {kind !== "finding" && (
        <BaseSlider
          label={correctionText.baseOwn}
          value={values.base ?? usualBase(kind)}
          onChange={(base) => change({ base })}
        />
      )}
    </FormFrame>
  );
}

type WordsProps = {
  readonly draft: Draft;
  readonly kinds: readonly AddableKind[];
  readonly kind: AddableKind;
};

/** What it is and says, and where the note says so. */
function Words({ draft: { values, change }, kinds, kind }: WordsProps): ReactElement {
  const sentences = useCase(({ view }) => view.state.text?.sentences);
  return (
    <>
      <PatientTextField
        isMultiline
        rows={2}
        label={correctionText.text}
        help={correctionText.textHelp}
        value={values.text}
        onChange={(event) => change({ text: event.target.value })}
      />
      <Select
        label={correctionText.kind}
        options={kinds.map((id) => ({ id, label: addableWords[id] }))}
        selectedId={kind}
        onSelect={(id) => change({ kind: kinds.find((each) => each === id) ?? kind })}
      />
      {kind === "finding" && (
        <>
          <Select
            label={correctionText.polarity}
            options={POLARITIES.map((id) => ({ id, label: polarityWords[id].label }))}
            selectedId={values.polarity}
            onSelect={(id) => change({ polarity: POLARITIES.find((each) => each === id) ?? values.polarity })}
          />
          <Combobox
            label={correctionText.source}
            help={correctionText.sourceHelp}
            noMatch={correctionText.noSource}
            options={sentenceOptions(sentences ?? [])}
            selectedId={values.sentence}
            onSelect={(sentence) => change({ sentence })}
          />
        </>
      )}
    </>
  );
}

function sentenceOptions(sentences: readonly Pick<Sentence, "id" | "text">[]): readonly ComboboxOption[] {
  return sentences.map(({ id, text }) => ({ id, label: `${id.replace(/^s/u, "")}. ${text}` }));
}

function NoKind(props: Pick<AddFormProps, "form"> & { readonly why: string | undefined }): ReactElement {
  const { form, why } = props;
  const { open } = useCorrecting();
  return (
    <CornerBody>
      <p>{why}</p>
      {form.way === "for" && (
        <div>
          <Button size="small" tone="primary" onClick={() => open({ ...form, way: "against" })}>
            {correctionText.otherWay}
          </Button>
        </div>
      )}
    </CornerBody>
  );
}
