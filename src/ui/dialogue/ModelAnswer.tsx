/** What a model answered: its words, what it cites, what it added to the argument, and whether it came to its end. */

import type { ReactElement, ReactNode } from "react";
import type { RunState as RecordedRun } from "../../domain/record/case-state.ts";
import { chainToArray } from "../../domain/record/chain.ts";
import { useCase } from "../desk/use-desk.ts";
import { Chip } from "../kit/Chip.tsx";
import { CautionIcon } from "../kit/icons/signs.tsx";
import { kindWords } from "../text/dialogue.ts";
import { brokenOffWords, modelAnswerText } from "../text/model-answers.ts";
import { AnswerWords } from "./AnswerWords.tsx";

export type ModelAnswerProps = {
  readonly text: string;
  /** The run in which it was said; undefined where a record came without it. */
  readonly run: RecordedRun | undefined;
  readonly isStale: boolean;
};

/** It always says that a model said it. */
export function ModelAnswer({ text, run, isStale }: ModelAnswerProps): ReactElement {
  const added = run === undefined ? [] : chainToArray(run.statements);
  const lines = new Set(added.map(({ line }) => line));
  const prose = text.split("\n").filter((line) => !lines.has(line));
  const brokenOff = brokenOffWords[run?.end?.reason ?? "failed"];
  const isKnown = useIsKnown(run);
  return (
    <ModelFrame model={run?.start.settings.model}>
      <AnswerWords text={prose.join("\n")} isKnown={isKnown} />
      {added.length > 0 && (
        <div className="grid gap-1 border-t border-line pt-2 text-small">
          <p className="font-[580]">{modelAnswerText.adds}</p>
          <ul className="grid gap-0.5 text-ink-soft">
            {added.map(({ id, statement, line }) => (
              <li key={id} className="wrap-anywhere">
                {statement.type === "node"
                  ? `${kindWords[statement.node.kind]}: ${statement.node.text}`
                  : line}
              </li>
            ))}
          </ul>
        </div>
      )}
      {brokenOff !== undefined && <Caution>{brokenOff}</Caution>}
      {isStale && <Caution>{modelAnswerText.stale}</Caution>}
    </ModelFrame>
  );
}

/** Sentences are looked for in the text that the model read. */
function useIsKnown(run: RecordedRun | undefined): (sentence: string) => boolean {
  const revision = run?.start.revision;
  const text = useCase(({ view: { state } }) =>
    revision === undefined ? state.text : (state.revisions.get(revision) ?? state.text),
  );
  return (sentence) => text?.byId.has(sentence) === true;
}

/** Around whatever a model says in answer. */
export function ModelFrame(props: {
  readonly model: string | undefined;
  readonly children: ReactNode;
}): ReactElement {
  const { model, children } = props;
  return (
    <section
      aria-label={modelAnswerText.region}
      className="grid grid-cols-1 gap-3 rounded-panel border border-line bg-surface px-4 py-3"
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1" title={modelAnswerText.wordsHint}>
        <Chip>{modelAnswerText.words}</Chip>
        {model !== undefined && (
          <span className="text-small text-ink-soft wrap-anywhere">{modelAnswerText.by(model)}</span>
        )}
      </div>
      {children}
    </section>
  );
}

function Caution({ children }: { readonly children: string }): ReactElement {
  return (
    <p className="flex gap-1.5 text-small text-caution">
      <span className="pt-0.5">
        <CautionIcon />
      </span>
      {children}
    </p>
  );
}
