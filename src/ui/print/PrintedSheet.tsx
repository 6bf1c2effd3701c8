/** The print itself, with the label that stands on every page of it. */

import type { ReactElement, ReactNode } from "react";
import type { Moment } from "../../domain/record/moments.ts";
import { useCase } from "../desk/use-desk.ts";
import { partNames, printText } from "../text/print.ts";
import { PrintedHead } from "./PrintedHead.tsx";
import { PrintedMarks } from "./PrintedMarks.tsx";
import { PrintedPicture } from "./PrintedPicture.tsx";
import { PrintedRecord } from "./PrintedRecord.tsx";
import { PrintedSteps } from "./PrintedSteps.tsx";
import { PrintedText } from "./PrintedText.tsx";
import { PRINT_PARTS, type Paper, type PrintPart, type PrintParts } from "./print-parts.ts";
import { useSpeakers } from "./use-speakers.ts";

export type PrintedSheetProps = {
  readonly paper: Paper;
  readonly parts: PrintParts;
  readonly moments: readonly Moment[];
  /** How many moments the record has by now. */
  readonly all: number;
};

/** A table, because every browser repeats a table's foot on each page. */
export function PrintedSheet({ paper, parts, moments, all }: PrintedSheetProps): ReactElement {
  const drawn: Readonly<Record<Exclude<PrintPart, "links" | "thinking">, ReactElement>> = {
    text: <PrintedText />,
    record: <PrintedRecord moments={moments} parts={parts} />,
    picture: <PrintedPicture />,
    steps: <PrintedSteps />,
    marks: <PrintedMarks />,
  };
  return (
    <table
      role="presentation"
      data-paper={paper}
      className="mx-auto border-collapse border border-line bg-surface text-body text-ink shadow-raised"
    >
      <tfoot>
        <tr>
          <td className="px-[10mm] pb-[8mm] print:p-0">
            <Label />
          </td>
        </tr>
      </tfoot>
      <tbody>
        <tr>
          <td className="px-[10mm] pt-[10mm] pb-4 align-top print:p-0">
            <PrintedHead moments={moments} all={all} />
            {PRINT_PARTS.map((part) =>
              part === "links" || part === "thinking" || !parts.has(part) ? null : (
                <PrintedPart key={part} name={partNames[part]}>
                  {drawn[part]}
                </PrintedPart>
              ),
            )}
            <PrintedPart name={printText.leftOut}>
              <LeftOut parts={parts} />
            </PrintedPart>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function PrintedPart({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section className="mt-6 grid grid-cols-1 gap-2">
      <h2 className="border-b border-line-strong pb-0.5 text-heading">{name}</h2>
      {children}
    </section>
  );
}

/** On every page: whoever finds one page of it knows what it is. */
function Label(): ReactElement {
  const title = useCase(({ view }) => view.state.title);
  const { words, isTeaching } = useSpeakers();
  return (
    <p className="mt-3 border-t border-line-strong pt-1 text-fine text-ink-soft">
      <span className="font-[600]">{title}.</span> {words} {isTeaching && printText.notReviewed}{" "}
      {printText.caution}
    </p>
  );
}

function LeftOut({ parts }: { readonly parts: PrintParts }): ReactElement {
  const out = PRINT_PARTS.filter((part) => !parts.has(part)).map((part) => partNames[part]);
  return (
    <div className="text-small text-ink-soft">
      {out.length > 0 && <p>{printText.leftOutParts(out.join(", "))}</p>}
      <p>{printText.leftOutRecord}</p>
    </div>
  );
}
