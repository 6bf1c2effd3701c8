/** Everything that can be asked about a step or a link, and done with it: the same in every panel. */

import type { ReactElement } from "react";
import type { QuestionTarget } from "../../domain/questions/question.ts";
import { AskButton, AskMenu } from "./AskMenu.tsx";
import { CorrectMenu } from "./CorrectMenu.tsx";
import { MarkButton } from "./MarkButton.tsx";

export type StepActionsProps = {
  readonly type: "node" | "edge";
  readonly id: string;
  readonly name: string;
  /** What it is, where that is known: then nobody looks. */
  readonly kind?: QuestionTarget | undefined;
  /** Opens the field in which its words are corrected; absent where there are none to change. */
  readonly onEdit?: (() => void) | undefined;
};

/** Only for what is still in the graph. */
export function StepActions({ type, id, name, kind, onEdit }: StepActionsProps): ReactElement {
  return (
    <span className="-me-2 flex items-center">
      {kind === undefined ? (
        <AskMenu target={id} name={name} />
      ) : (
        <AskButton kind={kind} target={id} name={name} />
      )}
      <MarkButton target={{ type, id }} name={name} />
      <CorrectMenu type={type} id={id} name={name} onEdit={onEdit} />
    </span>
  );
}
