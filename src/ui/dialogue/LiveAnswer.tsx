/** A model's answer while it comes, with the way to stop it. */

import { type ReactElement, useState } from "react";
import { itemsFrom, type GrowingView } from "../../workbench/run/growing-list.ts";
import { CALM_MS } from "../../workbench/run/run-clock.ts";
import { useCalmRun } from "../desk/use-calm-run.ts";
import { useCaseRun, useRun } from "../desk/use-run.ts";
import { Button } from "../kit/Button.tsx";
import { Spinner } from "../kit/Spinner.tsx";
import { modelAnswerText } from "../text/model-answers.ts";
import { LiveText } from "./LiveText.tsx";
import { ModelFrame } from "./ModelAnswer.tsx";

/** The tokens are not announced one by one; that it answers is. */
export function LiveAnswer(): ReactElement {
  const { stop } = useCaseRun();
  const [read] = useState(createTextReader);
  const text = read(useCalmRun((run) => run.answer, CALM_MS.words));
  const model = useRun((run) => run.settings?.model);
  return (
    <ModelFrame model={model}>
      <LiveText text={text} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <output className="flex items-center gap-2 text-small text-ink-soft">
          <Spinner />
          {modelAnswerText.answering}
        </output>
        <Button size="small" onClick={stop}>
          {modelAnswerText.stop}
        </Button>
      </div>
    </ModelFrame>
  );
}

/** Only what is new is joined to what was read. */
function createTextReader(): (view: GrowingView<string>) => string {
  let text = "";
  let seen = 0;
  return (view) => {
    if (view.count < seen) [text, seen] = ["", 0];
    text += itemsFrom(view, seen).join("");
    seen = view.count;
    return text;
  };
}
