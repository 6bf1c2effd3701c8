/** The corrections of one step or link, as the choices of a menu. */
import type { RefObject } from "react";
import { FAMILY_BY_KIND, type ArgumentEdge, type ArgumentNode } from "../../domain/argument/graph.ts";
import { useDesk, useFacts } from "../desk/use-desk.ts";
import { PencilIcon, PlusIcon, TrashIcon } from "../kit/icons/actions.tsx";
import { ArrowRightIcon } from "../kit/icons/arrows.tsx";
import { CheckCircleIcon } from "../kit/icons/signs.tsx";
import type { MenuAction } from "../kit/Menu.tsx";
import { correctionText } from "../text/corrections.ts";
import { dialogueText } from "../text/dialogue.ts";
import { useCorrecting, type CorrectionForm } from "./correcting.ts";
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
  const opener = (form: CorrectionForm) => () => open(form, place.current?.querySelector("button"));
  const edit: readonly MenuAction[] =
    onEdit === undefined
      ? []
      : [{ id: "edit", label: dialogueText.editText, icon: <PencilIcon />, onAction: onEdit }];
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
    ...(node === undefined ? [] : nodeActions(node, opener)),
    ...(edge === undefined ? [] : edgeActions(edge, opener)),
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

type Opener = (form: CorrectionForm) => () => void;

/** Questions and remarks carry no argument: there is nothing to add to them. */
function nodeActions({ id, kind }: ArgumentNode, opener: Opener): readonly MenuAction[] {
  if (FAMILY_BY_KIND[kind] === "talk") return [];
  const polarity: readonly MenuAction[] =
    kind === "finding"
      ? [
          {
            id: "polarity",
            label: correctionText.editPolarity,
            icon: <PencilIcon />,
            onAction: opener({ type: "polarity", node: id }),
          },
        ]
      : [];
  return [
    ...polarity,
    {
      id: "base",
      label: correctionText.editBase,
      icon: <PencilIcon />,
      onAction: opener({ type: "base", node: id }),
    },
    {
      id: "for",
      label: correctionText.addFor,
      icon: <PlusIcon />,
      onAction: opener({ type: "add", way: "for", target: id }),
    },
    {
      id: "against",
      label: correctionText.addAgainst,
      icon: <PlusIcon />,
      onAction: opener({ type: "add", way: "against", target: id }),
    },
    {
      id: "link",
      label: correctionText.linkFrom,
      icon: <ArrowRightIcon />,
      onAction: opener({ type: "link", from: id }),
    },
  ];
}

function edgeActions(edge: ArgumentEdge, opener: Opener): readonly MenuAction[] {
  if (edge.kind === "asks" || edge.kind === "about") return [];
  const change: MenuAction = {
    id: "edge",
    label: correctionText.editEdge,
    icon: <PencilIcon />,
    onAction: opener({ type: "edge", edge: edge.id }),
  };
  if (edge.kind === "derives") return [change];
  return [
    change,
    {
      id: "against",
      label: correctionText.addAgainstLink,
      icon: <PlusIcon />,
      onAction: opener({ type: "add", way: "against", target: edge.id }),
    },
  ];
}
