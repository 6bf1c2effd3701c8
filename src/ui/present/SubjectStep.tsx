/** A step or a link of the argument, large: what was done, what it says, how strong it is, and the note behind it. */

import type { ReactElement } from "react";
import type { ArgumentNode } from "../../domain/argument/graph.ts";
import type { Moment, MomentSubject } from "../../domain/record/moments.ts";
import { sayMarks, sayStrength } from "../answers/say-node.ts";
import { useArgument } from "../desk/use-argument.ts";
import { useCase } from "../desk/use-desk.ts";
import { Meter } from "../kit/Meter.tsx";
import { NodeBadge } from "../kit/NodeBadge.tsx";
import { dialogueText, kindWords, linkWords } from "../text/dialogue.ts";
import { presentText } from "../text/present.ts";
import { doneWords } from "../text/time.ts";

export type SubjectStepProps = { readonly moment: Moment; readonly subject: MomentSubject };

/** So many sentences of the note fit beside a step. */
const MOST_SENTENCES = 3;

/** The words are those of then. */
export function SubjectStep({ moment, subject }: SubjectStepProps): ReactElement {
  return (
    <>
      <p className="text-[clamp(1rem,0.8rem+0.8vw,1.5rem)] text-ink-soft">{doneWords(moment)}</p>
      {subject.type === "node" ? <NodeStep node={subject.node} /> : <LinkStep subject={subject} />}
    </>
  );
}

function LinkStep(props: { readonly subject: Extract<MomentSubject, { type: "edge" }> }): ReactElement {
  const { edge, from, to } = props.subject;
  return (
    <p className="grid gap-[1.2vmin] text-[clamp(1.25rem,0.85rem+1.9vw,2.75rem)] leading-[1.22] font-[560] wrap-anywhere">
      <span>{from}</span>
      <span className={edge.kind === "attacks" ? "text-critical" : "text-positive"}>{linkWords(edge)}</span>
      <span>{to}</span>
    </p>
  );
}

function NodeStep({ node }: { readonly node: ArgumentNode }): ReactElement {
  const argument = useArgument();
  const strength = argument.strengths.byNode.get(node.id);
  const marks = sayMarks(argument, node);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-[clamp(1rem,0.8rem+0.8vw,1.5rem)] *:text-[1em]">
        <NodeBadge kind={node.kind} label={kindWords[node.kind]} />
        {marks.map((mark) => (
          <span key={mark} className="rounded-full border border-line-strong px-3 text-ink">
            {mark}
          </span>
        ))}
      </div>
      <p className="text-[clamp(1.375rem,0.9rem+2.3vw,3.25rem)] leading-[1.22] font-[560] wrap-anywhere">
        {node.text}
      </p>
      {strength !== undefined && (
        <div className="w-full max-w-[26rem]">
          <Meter
            label={dialogueText.strength}
            value={strength}
            words={sayStrength(argument, node.id) ?? ""}
          />
        </div>
      )}
      <Sentences node={node} />
    </>
  );
}

function Sentences({ node: { citations } }: { readonly node: ArgumentNode }): ReactElement | null {
  const text = useCase(({ view }) => view.state.text);
  const ids = [...new Set(citations.map(({ sentence }) => sentence))];
  const sentences = ids.flatMap((id) => text?.byId.get(id) ?? []);
  if (sentences.length === 0) return null;
  const more = sentences.length - MOST_SENTENCES;
  return (
    <figure className="grid gap-1 border-s-4 border-accent ps-4">
      <figcaption className="text-small text-ink-soft">{presentText.fromNote}</figcaption>
      {sentences.slice(0, MOST_SENTENCES).map(({ id, text: words }) => (
        <blockquote key={id} className="text-[clamp(1rem,0.8rem+0.8vw,1.5rem)] wrap-anywhere">
          <span className="me-2 text-small text-ink-soft">{id}</span>
          {words}
        </blockquote>
      ))}
      {more > 0 && <p className="text-small text-ink-soft">{presentText.moreSentences(more)}</p>}
    </figure>
  );
}
