/**
 * Where a correction is written: a small window that lies over nothing for good, so that note, dialogue and graph can be
 * read on meanwhile. Escape closes it and keeps what was typed.
 */

import { useEffect, useRef, type ReactElement, type ReactNode } from "react";
import { useFacts } from "../../desk/use-desk.ts";
import { CloseIcon } from "../../kit/icons/signs.tsx";
import { IconButton } from "../../kit/IconButton.tsx";
import { correctionText } from "../../text/corrections.ts";
import { keyOfForm, useCorrecting, type CorrectionForm } from "../correcting.ts";
import { targetWords } from "../node-words.ts";
import { AddForm } from "./AddForm.tsx";
import { BaseForm } from "./BaseForm.tsx";
import { EdgeForm } from "./EdgeForm.tsx";
import { LinkForm } from "./LinkForm.tsx";
import { PolarityForm } from "./PolarityForm.tsx";

export type CorrectionPanelProps = { readonly form: CorrectionForm };

/** Takes the focus when it opens. */
export function CorrectionPanel({ form }: CorrectionPanelProps): ReactElement {
  const { close } = useCorrecting();
  const key = keyOfForm(form);
  const target = targetOf(form);
  const name = useFacts(({ graph }) => (target === undefined ? undefined : targetWords(graph, target)));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it from anywhere inside
    <section
      aria-label={correctionText.region}
      onKeyDown={(event) => {
        // A list that is open above it takes the first Escape for itself.
        if (event.key !== "Escape" || event.defaultPrevented || isListOpen(event.target)) return;
        event.stopPropagation();
        close();
      }}
      className="fixed inset-x-0 bottom-0 z-30 flex max-h-[70dvh] flex-col rounded-t-dialog border border-line-strong bg-raised shadow-dialog sm:inset-x-auto sm:end-5 sm:bottom-5 sm:max-h-[calc(100dvh-2.5rem)] sm:w-108 sm:rounded-dialog print:hidden"
    >
      <header className="flex items-start justify-between gap-3 px-4 pt-3 pb-1">
        <h2 className="pt-1 text-lead font-[600]">{titleOf(form)}</h2>
        <IconButton
          size="small"
          className="-me-1.5"
          icon={<CloseIcon />}
          label={correctionText.close}
          onClick={close}
        />
      </header>
      <Body key={key}>
        {name !== undefined && <p className="text-small text-ink-soft wrap-anywhere">{name}</p>}
        <Form draftKey={key} form={form} />
      </Body>
    </section>
  );
}

function Body({ children }: { readonly children: ReactNode }): ReactElement {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    body.current?.querySelector<HTMLElement>("input, select, textarea, button")?.focus();
  }, []);
  return (
    <div ref={body} className="grid min-h-0 grid-cols-1 gap-3 overflow-y-auto overscroll-contain px-4 pb-4">
      {children}
    </div>
  );
}

function isListOpen(target: EventTarget): boolean {
  return target instanceof Element && target.getAttribute("aria-expanded") === "true";
}

/** What the form is about may be gone by now: another tab, an undo. */
function Form({ form, draftKey }: CorrectionPanelProps & { readonly draftKey: string }): ReactElement {
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
  return <p>{correctionText.gone}</p>;
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
