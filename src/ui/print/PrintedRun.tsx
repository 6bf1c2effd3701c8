/** The head of a run: who speaks, and everything that the run used. */

import type { ReactElement } from "react";
import { chainToArray } from "../../domain/record/chain.ts";
import type { RunStartEvent } from "../../domain/record/events.ts";
import { timeToWords } from "../common/time-words.ts";
import { useCase } from "../desk/use-desk.ts";
import { dialogueText } from "../text/dialogue.ts";
import { printText } from "../text/print.ts";

export type PrintedRunProps = { readonly event: RunStartEvent; readonly hasThinking: boolean };

/** The whole check sum: on paper there is no way to ask for the rest of it. */
export function PrintedRun({ event, hasThinking }: PrintedRunProps): ReactElement {
  const { settings, author, time } = event;
  const { engine, model, fileHash, promptVersion, seed, temperature, budget, isThinking } = settings;
  const facts = [
    [dialogueText.engine, engine],
    [dialogueText.model, model],
    [dialogueText.fileHash, fileHash],
    [dialogueText.promptVersion, promptVersion],
    [dialogueText.seed, String(seed)],
    [dialogueText.temperature, String(temperature)],
    [dialogueText.budget, isThinking ? dialogueText.tokens(budget) : dialogueText.noThinking],
  ].filter(([, value]) => value !== "");
  return (
    <div className="grid grid-cols-1 gap-1 border-2 border-line-strong px-3 py-1.5">
      <h3 className="text-lead">
        {author.kind === "model" ? printText.modelRun(model) : printText.scriptRun}
      </h3>
      <p className="text-small text-ink-soft">{timeToWords(time)}</p>
      <dl className="flex flex-wrap gap-x-4 text-small">
        {facts.map(([name, value]) => (
          <div key={name} className="flex min-w-0 gap-1">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="min-w-0 tabular-nums wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      {hasThinking && <Thinking run={event.run} />}
    </div>
  );
}

function Thinking({ run }: { readonly run: string }): ReactElement {
  const chunks = useCase(({ view }) => view.state.runs.get(run)?.thinking);
  if (chunks === undefined) return <p className="text-small text-ink-soft">{printText.noThinking}</p>;
  return (
    <>
      <h4 className="text-small">{printText.thinking}</h4>
      <p className="text-small whitespace-pre-wrap wrap-anywhere">{chainToArray(chunks).join("")}</p>
    </>
  );
}
