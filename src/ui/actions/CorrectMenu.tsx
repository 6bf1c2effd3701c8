/** What a person can do to a step or a link: correct it, argue with it, take it out, judge it. All of it can be undone. */

import { useRef, type ReactElement, type RefObject } from "react";
import type { Annotation } from "../../domain/record/events.ts";
import { IconButton } from "../kit/IconButton.tsx";
import { MoreIcon } from "../kit/icons/actions.tsx";
import { CheckIcon, CloseIcon, InfoIcon } from "../kit/icons/signs.tsx";
import { type MenuAction, MenuButton, MenuList, type OpenedMenu } from "../kit/Menu.tsx";
import { dialogueText } from "../text/dialogue.ts";
import { useDeskActions } from "./desk-actions.ts";
import { useCorrections } from "./use-corrections.tsx";
import { useJudge } from "./use-judge.ts";

export type CorrectMenuProps = {
  readonly type: "node" | "edge";
  readonly id: string;
  readonly name: string;
  /** Absent where there are no words to change. */
  readonly onEdit?: (() => void) | undefined;
};

type Verdict = NonNullable<Annotation["verdict"]>;

const VERDICTS: readonly { readonly verdict: Verdict; readonly icon: ReactElement }[] = [
  { verdict: "accept", icon: <CheckIcon /> },
  { verdict: "reject", icon: <CloseIcon /> },
  { verdict: "unsure", icon: <InfoIcon /> },
];

/** Only for the tab that writes. */
export function CorrectMenu({ type, id, name, onEdit }: CorrectMenuProps): ReactElement | null {
  const { isWritable } = useDeskActions();
  const place = useRef<HTMLSpanElement>(null);
  if (!isWritable) return null;
  const label = dialogueText.actionsOf(name);
  return (
    <span ref={place}>
      <MenuButton trigger={<IconButton data-correct size="small" icon={<MoreIcon />} label={label} />}>
        {(opened) => (
          <Choices type={type} id={id} label={label} onEdit={onEdit} place={place} opened={opened} />
        )}
      </MenuButton>
    </span>
  );
}

type ChoicesProps = Omit<CorrectMenuProps, "name"> & {
  readonly label: string;
  readonly place: RefObject<HTMLElement | null>;
  readonly opened: OpenedMenu;
};

function Choices({ type, id, label, onEdit, place, opened }: ChoicesProps): ReactElement {
  const { mark, judge } = useJudge({ type, id });
  const standing = mark?.verdict;
  const corrections = useCorrections({ id, onEdit, place });
  const verdicts = VERDICTS.map(({ verdict: given, icon }): MenuAction => ({
    id: given,
    label: dialogueText[given],
    icon,
    isDisabled: standing === given,
    onAction: () => judge(given),
  }));
  const withdraw: readonly MenuAction[] =
    standing === undefined
      ? []
      : [{ id: "withdraw", label: dialogueText.withdrawVerdict, onAction: () => judge(standing) }];
  return (
    <MenuList
      {...opened}
      label={label}
      groups={[
        { id: "correct", label: dialogueText.correct, actions: corrections },
        { id: "judge", label: dialogueText.judge, actions: [...verdicts, ...withdraw] },
      ]}
    />
  );
}
