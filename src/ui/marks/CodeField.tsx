/** The code of an error: found by typing, with its definition in the list and, once chosen, below it. */

import type { ReactElement } from "react";
import type { ErrorCode, MarkedPart } from "../../domain/annotations/error-code.ts";
import { codesFor, findErrorCode } from "../../domain/annotations/error-codes.ts";
import type { MarkDraft, MarkFields } from "../actions/mark-drafts.ts";
import { sayCode } from "../actions/use-marks.ts";
import { Button } from "../kit/Button.tsx";
import { Combobox } from "../kit/Combobox.tsx";
import { familyNames, markFormText } from "../text/marks.ts";

export type CodeFieldProps = {
  readonly draft: MarkDraft;
  readonly onChange: (change: Partial<MarkFields>) => void;
};

/** Choosing a code proposes its usual severity, where none was given. */
export function CodeField({ draft, onChange }: CodeFieldProps): ReactElement {
  const { errorCode, severity } = draft.fields;
  const chosen = findErrorCode(errorCode);
  const choose = (code: string): void => {
    const before = chosen?.severity ?? "";
    const isUntouched = severity === "" || severity === before;
    onChange({
      errorCode: code,
      ...(isUntouched ? { severity: findErrorCode(code)?.severity ?? "" } : {}),
    });
  };
  return (
    <div className="grid grid-cols-1 gap-1">
      <Combobox
        label={markFormText.code}
        placeholder={markFormText.codePlaceholder}
        noMatch={markFormText.noCode}
        options={optionsFor(partOf(draft), errorCode)}
        selectedId={errorCode === "" ? undefined : errorCode}
        onSelect={(code) => choose(code ?? "")}
      />
      {errorCode !== "" && (
        <div className="flex items-start justify-between gap-2">
          {chosen === undefined ? <span /> : <Meaning code={chosen} />}
          <Button size="small" tone="quiet" className="-me-2.5 shrink-0" onClick={() => choose("")}>
            {markFormText.takeCodeAway}
          </Button>
        </div>
      )}
    </div>
  );
}

/** What it means at once; where it comes from, and what to ask a learner, on request. */
function Meaning({ code }: { readonly code: ErrorCode }): ReactElement {
  return (
    <details className="min-w-0 pt-1 text-small text-ink-soft">
      <summary className="cursor-pointer">{code.definition}</summary>
      {code.question !== undefined && <p className="pt-1">{markFormText.askLearner(code.question)}</p>}
      <p className="pt-1 text-ink-faint">
        {[code.source && markFormText.source(code.source), markFormText.codebookNote]
          .filter(Boolean)
          .join(" ")}
      </p>
    </details>
  );
}

/** One of another codebook is kept, and shown as it is. */
function optionsFor(part: MarkedPart, given: string) {
  const known = codesFor(part).map(({ code, name, definition, family }) => ({
    id: code,
    label: `${code} ${name}`,
    description: `${familyNames[family]}. ${definition}`,
  }));
  const isUnknown = given !== "" && findErrorCode(given) === undefined;
  return isUnknown ? [{ id: given, label: sayCode(given) }, ...known] : known;
}

function partOf({ on, fields }: MarkDraft): MarkedPart {
  if (on.type === "case") return "case";
  return fields.quote === "" && (on.type === "node" || on.type === "edge") ? on.type : "span";
}
