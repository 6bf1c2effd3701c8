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
    <div className="grid grid-cols-1 gap-1.5">
      <Combobox
        label={markFormText.code}
        placeholder={markFormText.codePlaceholder}
        noMatch={markFormText.noCode}
        help={chosen === undefined ? markFormText.codeHelp : undefined}
        options={optionsFor(partOf(draft), errorCode)}
        selectedId={errorCode === "" ? undefined : errorCode}
        onSelect={(code) => choose(code ?? "")}
      />
      {chosen !== undefined && <Meaning code={chosen} />}
      {errorCode !== "" && (
        <div>
          <Button size="small" tone="quiet" onClick={() => choose("")}>
            {markFormText.takeCodeAway}
          </Button>
        </div>
      )}
    </div>
  );
}

function Meaning({ code }: { readonly code: ErrorCode }): ReactElement {
  return (
    <div className="grid gap-0.5 text-small text-ink-soft">
      <p>{code.definition}</p>
      {code.question !== undefined && <p>{markFormText.askLearner(code.question)}</p>}
      <p className="text-ink-faint">
        {[code.source && markFormText.source(code.source), markFormText.codebookNote]
          .filter(Boolean)
          .join(" ")}
      </p>
    </div>
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
