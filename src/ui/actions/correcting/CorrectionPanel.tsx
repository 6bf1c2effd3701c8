/** Where a correction is written. Putting it away keeps what was typed. */

import type { ReactElement } from "react";
import { CornerBody, CornerWindow } from "../../common/CornerWindow.tsx";
import { useFacts } from "../../desk/use-desk.ts";
import { correctionText } from "../../text/corrections.ts";
import { keyOfForm, useCorrecting, type CorrectionForm } from "../correcting.ts";
import { targetWords } from "../node-words.ts";
import { AddForm } from "./AddForm.tsx";
import { BaseForm } from "./BaseForm.tsx";
import { EdgeForm } from "./EdgeForm.tsx";
import { LinkForm } from "./LinkForm.tsx";
import { PolarityForm } from "./PolarityForm.tsx";

export type CorrectionPanelProps = {
  readonly form: CorrectionForm;
  /** What opened it. */
  readonly trigger: HTMLElement | null;
};

/** The form of what was asked for, in the corner. */
export function CorrectionPanel({ form, trigger }: CorrectionPanelProps): ReactElement {
  const { close } = useCorrecting();
  const key = keyOfForm(form);
  const target = targetOf(form);
  const name = useFacts(({ graph }) => (target === undefined ? undefined : targetWords(graph, target)));
  return (
    <CornerWindow
      key={key}
      title={titleOf(form)}
      about={name}
      closeLabel={correctionText.close}
      trigger={trigger}
      onClose={close}
    >
      <Form draftKey={key} form={form} />
    </CornerWindow>
  );
}

/** What the form is about may be gone by now: another tab, an undo. */
function Form({
  form,
  draftKey,
}: Pick<CorrectionPanelProps, "form"> & { readonly draftKey: string }): ReactElement {
  const target = targetOf(form);
  const node = useFacts(({ graph }) => graph.nodes.get(target ?? ""));
  const edge = useFacts(({ graph }) => graph.edges.get(target ?? ""));
  const isThere = target === undefined || node !== undefined || edge !== undefined;
  if (isThere && form.type === "add") return <AddForm draftKey={draftKey} form={form} />;
  if (isThere && form.type === "link") return <LinkForm draftKey={draftKey} from={form.from} to={form.to} />;
  if (form.type === "base" && node !== undefined) return <BaseForm draftKey={draftKey} node={node} />;
  if (form.type === "polarity" && node?.kind === "finding")
    return <PolarityForm draftKey={draftKey} node={node} />;
  if (form.type === "edge" && edge !== undefined) return <EdgeForm draftKey={draftKey} edge={edge} />;
  return (
    <CornerBody>
      <p>{correctionText.gone}</p>
    </CornerBody>
  );
}

function targetOf(form: CorrectionForm): string | undefined {
  switch (form.type) {
    case "add":
      return form.target;
    case "link":
      return form.from;
    case "edge":
      return form.edge;
    case "polarity":
    case "base":
      return form.node;
    default:
      return form satisfies never;
  }
}

function titleOf(form: CorrectionForm): string {
  switch (form.type) {
    case "add":
      return {
        for: correctionText.titleFor,
        against: correctionText.titleAgainst,
        either: correctionText.titleAlone,
      }[form.way];
    case "link":
      return correctionText.titleLink;
    case "edge":
      return correctionText.titleEdge;
    case "polarity":
      return correctionText.titlePolarity;
    case "base":
      return correctionText.titleBase;
    default:
      return form satisfies never;
  }
}
