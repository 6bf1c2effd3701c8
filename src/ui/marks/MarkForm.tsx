/** Everything a mark can say. Control and Enter save it from anywhere in the form. */

import type { KeyboardEvent, ReactElement } from "react";
import { SEVERITIES, findSeverity } from "../../domain/annotations/severities.ts";
import { readTargetText } from "../../domain/record/anchors.ts";
import { useDeskActions } from "../actions/desk-actions.ts";
import {
  draftToMark,
  editMarkDraft,
  forgetMark,
  isMarkChanged,
  isMarkWorthKeeping,
  type MarkDraft,
  type MarkFields,
} from "../actions/mark-drafts.ts";
import { CornerBody, CornerFoot } from "../common/CornerWindow.tsx";
import { useDesk, useFacts } from "../desk/use-desk.ts";
import { Button } from "../kit/Button.tsx";
import { PatientTextField } from "../kit/PatientTextField.tsx";
import { Select } from "../kit/Select.tsx";
import { markFormText } from "../text/marks.ts";
import { CodeField } from "./CodeField.tsx";
import { SuggestionField } from "./SuggestionField.tsx";
import { VerdictField } from "./VerdictField.tsx";
import { WordsField } from "./WordsField.tsx";

export type MarkFormProps = { readonly draft: MarkDraft };

/** One look takes it in: what is chosen most stands in one row, and what a code means only once it is chosen. */
export function MarkForm({ draft }: MarkFormProps): ReactElement {
  const desk = useDesk();
  const { settle, say, isWritable } = useDeskActions();
  const { key, id } = draft;
  const isWorthKeeping = isMarkWorthKeeping(draft);
  const save = async (): Promise<void> => {
    if (!isWritable || !isWorthKeeping) return;
    if (!isMarkChanged(draft)) return forgetMark(desk, key);
    if (!(await settle(desk.annotate(draftToMark(draft), id)))) return undefined;
    forgetMark(desk, key);
    return say(markFormText.saved);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys are those of the fields inside
    <div
      onKeyDown={(event) => {
        if (isSaveKey(event)) void save();
      }}
      className="flex min-h-0 flex-col"
    >
      <CornerBody>
        <Fields draft={draft} />
      </CornerBody>
      <CornerFoot words={footWords(isWritable, isWorthKeeping)}>
        <Button size="small" tone="quiet" onClick={() => forgetMark(desk, key)}>
          {markFormText.discard}
        </Button>
        <Button
          size="small"
          tone="primary"
          disabled={!isWritable || !isWorthKeeping}
          onClick={() => void save()}
        >
          {markFormText.save}
        </Button>
      </CornerFoot>
    </div>
  );
}

/** The words come first, because everything else is about them. */
function Fields({ draft }: MarkFormProps): ReactElement {
  const desk = useDesk();
  const text = useTextOf(draft);
  const { key, on, part, fields } = draft;
  const level = findSeverity(fields.severity);
  const edit = (change: Partial<MarkFields>) => editMarkDraft(desk, key, change);
  return (
    <>
      {text !== "" && <WordsField text={text} from={part?.start ?? 0} fields={fields} onChange={edit} />}
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-[minmax(0,1fr)_13.25rem]">
        <VerdictField
          isOnAnswer={on.type === "case" && on.id !== ""}
          verdict={fields.verdict}
          onChange={(verdict) => edit({ verdict })}
        />
        <Select
          label={markFormText.severity}
          options={severityOptions(fields.severity)}
          selectedId={fields.severity}
          onSelect={(severity) => edit({ severity })}
        />
        {level !== undefined && (
          <p className="-mt-1.5 text-small text-ink-soft sm:col-span-2">{level.definition}</p>
        )}
      </div>
      <CodeField draft={draft} onChange={edit} />
      <PatientTextField
        isMultiline
        rows={2}
        label={markFormText.comment}
        value={fields.comment}
        onChange={(event) => edit({ comment: event.target.value })}
      />
      {on.type !== "case" && (
        <SuggestionField
          text={fields.quote === "" ? text : fields.quote}
          suggestion={fields.suggestion}
          onChange={(suggestion) => edit({ suggestion })}
        />
      )}
    </>
  );
}

/** The words that can be meant: of a long text only the part that was on the screen. */
function useTextOf({ on, part }: MarkDraft): string {
  const text = useFacts(({ live }) =>
    part === undefined
      ? readTargetText(live.view.state, { branch: live.branch, target: { ...on, quote: "", start: 0 } })
      : undefined,
  );
  return part?.text ?? text ?? "";
}

/** One of another version is kept, and shown as it is. */
function severityOptions(given: string) {
  const known = SEVERITIES.map(({ id, name }) => ({ id, label: markFormText.severityOption(id, name) }));
  const isUnknown = given !== "" && findSeverity(given) === undefined;
  return [
    { id: "", label: markFormText.noSeverity },
    ...known,
    ...(isUnknown ? [{ id: given, label: given }] : []),
  ];
}

function footWords(isWritable: boolean, isWorthKeeping: boolean): string {
  if (!isWritable) return markFormText.cannotWrite;
  return isWorthKeeping ? markFormText.keptDraft : markFormText.empty;
}

function isSaveKey({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === "Enter" && (ctrlKey || metaKey);
}
