/** The steps on the way to the answer, to be judged one after the other without leaving the panel. */

import { type ReactElement, useRef } from "react";
import type { JudgedStep } from "../../domain/annotations/four-cells.ts";
import { targetWords } from "../actions/node-words.ts";
import { useJudge } from "../actions/use-judge.ts";
import { useDesk, useFacts, useIsSelected } from "../desk/use-desk.ts";
import { Button } from "../kit/Button.tsx";
import { cellText } from "../text/marks.ts";
import { VerdictButtons } from "./VerdictButtons.tsx";

export type StepsToJudgeProps = { readonly steps: readonly JudgedStep[] };

/** Folded away until it is asked for; nothing where there are no steps. */
export function StepsToJudge({ steps }: StepsToJudgeProps): ReactElement | null {
  const desk = useDesk();
  const fold = useRef<HTMLDetailsElement>(null);
  const open = steps.filter(({ verdict }) => verdict === "unjudged" || verdict === "unsure");
  const [next] = open;
  if (steps.length === 0) return null;
  return (
    <div className="grid grid-cols-1 gap-2">
      {next !== undefined && (
        <div>
          <Button
            size="small"
            onClick={() => {
              if (fold.current !== null) fold.current.open = true;
              desk.select({ type: next.type, id: next.id });
              fold.current
                ?.querySelector(`[data-step="${CSS.escape(next.id)}"]`)
                ?.scrollIntoView({ block: "nearest" });
            }}
          >
            {cellText.nextStep}
          </Button>
        </div>
      )}
      <details ref={fold}>
        <summary className="min-h-8 cursor-pointer text-small font-[560]">
          {cellText.steps(steps.length - open.length, steps.length)}
        </summary>
        <ul className="grid grid-cols-1 gap-1 pt-1">
          {steps.map((step) => (
            <Step key={step.id} step={step} />
          ))}
        </ul>
      </details>
    </div>
  );
}

function Step({ step: { type, id, verdict } }: { readonly step: JudgedStep }): ReactElement {
  const desk = useDesk();
  const name = useFacts(({ graph }) => targetWords(graph, id));
  const isSelected = useIsSelected({ type, id });
  const own = useJudge({ type, id }).mark?.verdict;
  const isOthers = verdict !== (own === undefined ? "unjudged" : STANDINGS[own]);
  return (
    <li
      data-step={id}
      className={`flex items-start justify-between gap-2 rounded-control border px-2 py-1.5 ${isSelected ? "border-accent bg-accent-soft" : "border-transparent"}`}
    >
      <div className="min-w-0">
        <button
          type="button"
          onClick={() => desk.select({ type, id })}
          className="min-h-6 text-start text-small wrap-anywhere underline-offset-2 hover:underline pointer-coarse:min-h-11"
        >
          {name}
        </button>
        <p className="text-fine text-ink-soft">
          {cellText.stepStanding[verdict]}
          {isOthers && `, ${cellText.byOthers}`}
        </p>
      </div>
      <VerdictButtons target={{ type, id }} name={name} />
    </li>
  );
}

const STANDINGS = { accept: "accepted", reject: "rejected", unsure: "unsure" } as const;
