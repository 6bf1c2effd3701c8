/** The questions that a thing, or the whole case, can be asked; all are answered from the graph. */

import type { ReactElement } from "react";
import { questionsOfKind, targetKind } from "../../domain/questions/ask.ts";
import type { QuestionTarget } from "../../domain/questions/question.ts";
import { useFacts } from "../desk/use-desk.ts";
import { Button } from "../kit/Button.tsx";
import { ChevronDownIcon } from "../kit/icons/arrows.tsx";
import { MenuButton, MenuList, type OpenedMenu } from "../kit/Menu.tsx";
import { dialogueText } from "../text/dialogue.ts";
import { askWords } from "../text/questions.ts";
import { useDeskActions } from "./desk-actions.ts";

export type AskMenuProps = {
  /** A node, a link, or a sentence as `sentenceToTarget` names it; absent for the whole case. */
  readonly target?: string | undefined;
  readonly name: string;
};

/** Nothing where nothing can be asked. */
export function AskMenu({ target, name }: AskMenuProps): ReactElement | null {
  // Its kind and no more of the graph: while a run speaks the graph is another several times a second.
  const kind = useFacts(({ graph }) => (graph.nodes.size === 0 ? undefined : targetKind(graph, target)));
  return kind === undefined ? null : <AskButton kind={kind} target={target} name={name} />;
}

export type AskButtonProps = AskMenuProps & { readonly kind: QuestionTarget };

/** For whoever knows already what kind of thing it is. */
export function AskButton({ kind, target, name }: AskButtonProps): ReactElement | null {
  if (questionsOfKind(kind).length === 0) return null;
  const isCase = target === undefined;
  const label = isCase ? dialogueText.askCase : dialogueText.askAbout(name);
  return (
    <MenuButton
      trigger={
        <Button
          data-ask
          size="small"
          tone={isCase ? "neutral" : "quiet"}
          aria-label={label}
          endIcon={<ChevronDownIcon />}
        >
          {isCase ? dialogueText.askCase : dialogueText.ask}
        </Button>
      }
    >
      {(opened) => <Questions kind={kind} target={target} label={label} opened={opened} />}
    </MenuButton>
  );
}

type QuestionsProps = Omit<AskButtonProps, "name"> & {
  readonly label: string;
  readonly opened: OpenedMenu;
};

function Questions({ kind, target, label, opened }: QuestionsProps): ReactElement {
  const { ask } = useDeskActions();
  const actions = questionsOfKind(kind).map(({ op }) => {
    const put = { op, ...(target === undefined ? {} : { target }) };
    const words = askWords(put);
    return { id: op, label: words, onAction: () => ask(put, words) };
  });
  return <MenuList {...opened} areGroupLabelsHidden label={label} groups={[{ id: "ask", label, actions }]} />;
}
