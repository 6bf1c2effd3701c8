/** The case as it will be on paper, and the choice of what of it to print. What is seen here is what is printed. */

import "./print.css";
import { type ReactElement, useEffect, useEffectEvent, useState } from "react";
import { WholeScreen } from "../common/WholeScreen.tsx";
import { useCase } from "../desk/use-desk.ts";
import { useHistory } from "../desk/use-history.ts";
import { printText } from "../text/print.ts";
import { PrintControls } from "./PrintControls.tsx";
import { PrintedSheet } from "./PrintedSheet.tsx";
import { usualParts, type Paper, type PrintParts } from "./print-parts.ts";

export type PrintViewProps = { readonly onLeave: () => void };

/** The case as it is shown: where one looks back, as it stood then. */
export function PrintView({ onLeave }: PrintViewProps): ReactElement {
  const title = useCase(({ view }) => view.state.title);
  const { moments, place } = useHistory();
  const shown = moments.slice(0, place + 1);
  const [paper, setPaper] = useState<Paper>("a4");
  const [parts, setParts] = useState<PrintParts>(() => usualParts(shown.length));
  useLeaveKey(onLeave);
  usePaperColours();
  return (
    <WholeScreen isPrinted label={printText.title(title)} className="overflow-auto">
      <PrintControls paper={paper} onPaper={setPaper} parts={parts} onParts={setParts} onLeave={onLeave} />
      <div className="overflow-x-auto p-4 sm:p-8 print:overflow-visible print:p-0">
        <PrintedSheet paper={paper} parts={parts} moments={shown} all={moments.length} />
      </div>
    </WholeScreen>
  );
}

function useLeaveKey(onLeave: () => void): void {
  const leave = useEffectEvent(() => onLeave());
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === "Escape" && !event.defaultPrevented) leave();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

/** Paper is white, whatever the screen was: for its time the whole page is. High contrast is kept. */
function usePaperColours(): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    const before = dataset["theme"];
    if (before !== "contrast") dataset["theme"] = "light";
    return () => {
      if (before === undefined) delete dataset["theme"];
      else dataset["theme"] = before;
    };
  }, []);
}
