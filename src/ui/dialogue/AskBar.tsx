/** Where questions are typed; answered without a model wherever it is clear what is asked. */

import type { ReactElement } from "react";
import { useFacts } from "../desk/use-desk.ts";
import { useIsRunning } from "../desk/use-run.ts";
import { Button } from "../kit/Button.tsx";
import { PatientTextField } from "../kit/PatientTextField.tsx";
import { Link } from "../kit/Link.tsx";
import { dialogueText } from "../text/dialogue.ts";
import { modelAnswerText } from "../text/model-answers.ts";
import { askWords } from "../text/questions.ts";
import { targetWords } from "../actions/node-words.ts";
import { useAskLine } from "./use-ask-line.ts";

/** The two nearest questions are offered, never guessed. */
export function AskBar(): ReactElement {
  const line = useAskLine();
  const graph = useFacts((facts) => facts.graph);
  const isRunning = useIsRunning();
  return (
    <div className="grid gap-2 border-t border-line pt-3">
      <div className="grid gap-2 empty:hidden">
        <output className="text-small text-ink-soft empty:hidden">
          {line.notice}
          {line.lacksModel && <NoModel />}
        </output>
        {line.nearest.length > 0 && (
          <ul className="flex flex-wrap gap-2">
            {line.nearest.map((ask) => (
              <li key={ask.op} className="max-w-full">
                <Button size="small" onClick={() => line.choose(ask)}>
                  {askWords(ask)}
                  {ask.target !== undefined && (
                    <span className="font-[440] text-ink-soft"> {targetWords(graph, ask.target)}</span>
                  )}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="grid grid-cols-[1fr_auto] items-start gap-2">
        <PatientTextField
          isLabelHidden
          label={dialogueText.askInput}
          placeholder={dialogueText.askPlaceholder}
          title={dialogueText.keys}
          value={line.text}
          onChange={(event) => line.change(event.target.value)}
          onKeyDown={line.onKeyDown}
        />
        <Button tone="primary" disabled={line.text.trim() === ""} onClick={line.send}>
          {dialogueText.send}
        </Button>
        <span className="col-span-2">
          <Button size="small" disabled={line.text.trim() === "" || isRunning} onClick={line.sendToModel}>
            {modelAnswerText.ask}
          </Button>
        </span>
      </div>
    </div>
  );
}

function NoModel(): ReactElement {
  return (
    <>
      <span className="font-[600] text-ink">{modelAnswerText.noModelTitle}</span> {modelAnswerText.noModel}{" "}
      <Link href="/shelf">{modelAnswerText.openModels}</Link>
    </>
  );
}
