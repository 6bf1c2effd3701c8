/** The beginning of a run: who speaks, everything the run used, and its thinking. */

import type { ReactElement } from "react";
import type { RunSettings, RunStartEvent } from "../../domain/record/events.ts";
import { Chip } from "../kit/Chip.tsx";
import { FactList } from "../kit/FactList.tsx";
import { timeToWords } from "../common/time-words.ts";
import { dialogueText, taskWords } from "../text/dialogue.ts";
import { Thinking } from "./Thinking.tsx";

export type RunHeaderProps = { readonly event: RunStartEvent };

/** So much of a check sum tells files apart. */
const HASH_SHOWN = 12;

/** A script is called one, whatever it says of itself. */
export function RunHeader({ event }: RunHeaderProps): ReactElement {
  const { settings, author, run, time } = event;
  const isScript = author.kind !== "model";
  return (
    <div className="grid grid-cols-1 gap-2.5 border-t-2 border-line-strong/60 pt-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h3 className="text-lead font-[600] wrap-anywhere">{titleOf(event)}</h3>
        {isScript && <Chip>{settings.model}</Chip>}
        <span className="text-small text-ink-soft">{timeToWords(time)}</span>
      </div>
      {event.leftOut !== undefined && event.leftOut.length > 0 && (
        <p className="text-small text-caution">{dialogueText.notRead(event.leftOut.length)}</p>
      )}
      {isScript && event.task === "rerun" && (
        <p className="text-small text-ink-soft">{dialogueText.saidAgain}</p>
      )}
      <details className="text-small">
        <summary className="min-h-6 cursor-pointer text-ink-soft hover:text-ink">
          {dialogueText.settings}
        </summary>
        <div className="pt-2">
          <FactList facts={[...factsOf(settings), ...leftOutOf(event)]} />
        </div>
      </details>
      <Thinking run={run} isScript={isScript} />
    </div>
  );
}

function titleOf({ author, settings, task }: RunStartEvent): string {
  if (author.kind !== "model") return dialogueText.script;
  return `${task === undefined ? dialogueText.modelRun : taskWords[task]}: ${settings.model}`;
}

function factsOf(settings: RunSettings) {
  const { engine, model, fileHash, promptVersion, seed, temperature, budget, isThinking } = settings;
  const facts = [
    { name: dialogueText.engine, value: engine },
    { name: dialogueText.model, value: model },
    { name: dialogueText.fileHash, value: fileHash.slice(0, HASH_SHOWN) },
    { name: dialogueText.promptVersion, value: promptVersion },
    { name: dialogueText.seed, value: String(seed) },
    { name: dialogueText.temperature, value: String(temperature) },
    {
      name: dialogueText.budget,
      value: isThinking ? dialogueText.tokens(budget) : dialogueText.noThinking,
    },
  ];
  return facts.filter(({ value }) => value !== "");
}

/** What the run did not read is told like everything that it used. */
function leftOutOf({ leftOut = [] }: RunStartEvent) {
  return leftOut.length === 0
    ? []
    : [{ name: dialogueText.leftOut, value: dialogueText.sentenceRanges(leftOut) }];
}
