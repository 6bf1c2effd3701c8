/** The corrections of one step or link, as the choices of a menu. */
import type { RefObject } from "react";
import { useStore } from "zustand/react";
import { FAMILY_BY_KIND, type ArgumentEdge, type ArgumentNode } from "../../domain/argument/graph.ts";
import { useDesk, useFacts } from "../desk/use-desk.ts";
import { PencilIcon, PlusIcon, TrashIcon } from "../kit/icons/actions.tsx";
import { ArrowRightIcon } from "../kit/icons/arrows.tsx";
import { CheckCircleIcon } from "../kit/icons/signs.tsx";
import type { MenuAction } from "../kit/Menu.tsx";
import { correctionText } from "../text/corrections.ts";
import { dialogueText } from "../text/dialogue.ts";
import { keyOfForm, keyOfText, useCorrecting, type CorrectionForm } from "./correcting.ts";
import { correctionDraftsOf } from "./correction-drafts.ts";
import { useDeskActions } from "./desk-actions.ts";

export type CorrectionsOf = {
  readonly id: string;
  /** Absent where there are no words to change. */
  readonly onEdit?: (() => void) | undefined;
  /** Around the menu's button, to which the focus comes back. */
  readonly place: RefObject<HTMLElement | null>;
};

/** Nothing for what is no longer in the graph. */
export function useCorrections({ id, onEdit, place }: CorrectionsOf): readonly MenuAction[] {
  const desk = useDesk();
  const { settle } = useDeskActions();
  const { open } = useCorrecting();
  const node = useFacts(({ graph }) => graph.nodes.get(id));
  const edge = useFacts(({ graph }) => graph.edges.get(id));
  const isStale = useFacts(({ branch }) => branch?.stale.has(id) === true);
  const drafts = useStore(correctionDraftsOf(desk));
  const choose: Choose = (choice, form) => ({
    ...choice,
    label: drafts.has(keyOfForm(form)) ? correctionText.begun(choice.label) : choice.label,
    onAction: () => open(form, place.current?.querySelector("button")),
  });
  const editLabel = drafts.has(keyOfText(id))
    ? correctionText.begun(dialogueText.editText)
    : dialogueText.editText;
  const edit: readonly MenuAction[] =
    onEdit === undefined ? [] : [{ id: "edit", label: editLabel, icon: <PencilIcon />, onAction: onEdit }];
  const settled: readonly MenuAction[] = isStale
    ? [
        {
          id: "settle",
          label: correctionText.stillHolds,
          icon: <CheckCircleIcon />,
          onAction: () => void settle(desk.correct({ type: "settle", target: id })),
        },
      ]
    : [];
  const retract = async (): Promise<void> => {
    // The menu goes with the step, and the focus must not go with the menu.
    const home = place.current?.closest<HTMLElement>("[data-card], [role=tabpanel]");
    const correction =
      node === undefined
        ? ({ type: "retract-edge", edge: id } as const)
        : ({ type: "retract-node", node: id } as const);
    if (await settle(desk.correct(correction))) focusIn(home);
  };
  if (node === undefined && edge === undefined) return [];
  return [
    ...settled,
    ...edit,
    ...(node === undefined ? [] : nodeActions(node, choose)),
    ...(edge === undefined ? [] : edgeActions(edge, choose)),
    {
      id: "retract",
      label: dialogueText.retract,
      icon: <TrashIcon />,
      isDangerous: true,
      onAction: () => void retract(),
    },
  ];
}

/** A card takes the focus itself; of a panel, its tree, its picture or its first button does. */
function focusIn(home: HTMLElement | null | undefined): void {
  const isCard = home?.matches("[data-card]") === true;
  const first = "[role=treegrid], [role=application], button";
  (isCard ? home : home?.querySelector<HTMLElement>(first))?.focus({ preventScroll: true });
}

/** Says of a choice whether it was begun before. */
type Choose = (choice: Omit<MenuAction, "onAction">, form: CorrectionForm) => MenuAction;

const PENCIL = <PencilIcon />;
const PLUS = <PlusIcon />;

/** Questions and remarks carry no argument: there is nothing to add to them. */
function nodeActions({ id, kind }: ArgumentNode, choose: Choose): readonly MenuAction[] {
  if (FAMILY_BY_KIND[kind] === "talk") return [];
  const { editPolarity, editBase, addFor, addAgainst, linkFrom } = correctionText;
  const polarity = { type: "polarity", node: id } as const;
  return [
    ...(kind === "finding" ? [choose({ id: "polarity", label: editPolarity, icon: PENCIL }, polarity)] : []),
    choose({ id: "base", label: editBase, icon: PENCIL }, { type: "base", node: id }),
    choose({ id: "for", label: addFor, icon: PLUS }, { type: "add", way: "for", target: id }),
    choose({ id: "against", label: addAgainst, icon: PLUS }, { type: "add", way: "against", target: id }),
    choose({ id: "link", label: linkFrom, icon: <ArrowRightIcon /> }, { type: "link", from: id }),
  ];
}

function edgeActions({ id, kind }: ArgumentEdge, choose: Choose): readonly MenuAction[] {
  if (kind === "asks" || kind === "about") return [];
  const { editEdge, addAgainstLink } = correctionText;
  const change = choose({ id: "edge", label: editEdge, icon: PENCIL }, { type: "edge", edge: id });
  if (kind === "derives") return [change];
  const against = { type: "add", way: "against", target: id } as const;
  return [change, choose({ id: "against", label: addAgainstLink, icon: PLUS }, against)];
}
