/** What a step or link says otherwise: its words marked one by one, everything else before and after. */

import type { ReactElement } from "react";
import type { ArgumentGraph } from "../../../domain/argument/graph.ts";
import type { GraphDiff } from "../../../domain/argument/graph-diff.ts";
import { WordDiff } from "../../common/WordDiff.tsx";
import { answerText } from "../../text/answers.ts";
import { compareText } from "../../text/branches.ts";
import { sayField } from "./say-field.ts";

export type FieldChangeProps = {
  readonly change: GraphDiff["nodes"]["changed"][number];
  readonly before: ArgumentGraph;
  readonly after: ArgumentGraph;
};

/** Fields without words of their own are named, not shown. */
export function FieldChange({ change, before, after }: FieldChangeProps): ReactElement | null {
  const { id, earlier, fields } = change;
  const one = before.nodes.get(earlier) ?? before.edges.get(earlier);
  const other = after.nodes.get(id) ?? after.edges.get(id);
  if (one === undefined || other === undefined) return null;
  return (
    <dl className="grid gap-0.5 ps-2 text-ink-soft">
      {fields
        .map(toShown)
        .filter(isFirst)
        .map((field) => {
          const [was, is] = [sayField(one, field), sayField(other, field)];
          const isText = field === "text" || field === "rationale";
          return (
            <div key={field} className="flex flex-wrap gap-x-2">
              <dt className="text-ink-faint">{nameOf(field)}:</dt>
              <dd className="min-w-0 wrap-anywhere">
                {isText ? <WordDiff before={was ?? ""} after={is ?? ""} /> : sayBoth(was, is)}
              </dd>
            </div>
          );
        })}
    </dl>
  );
}

/** What a link does is its kind and, of an attack, which: said once. */
function toShown(field: string, _place: number, fields: readonly string[]): string {
  return field === "kind" && fields.includes("attack") ? "attack" : field;
}

function isFirst(field: string, place: number, fields: readonly string[]): boolean {
  return fields.indexOf(field) === place;
}

function nameOf(field: string): string {
  return Object.entries(compareText.fields).find(([name]) => name === field)?.[1] ?? compareText.otherField;
}

function sayBoth(was: string | undefined, is: string | undefined): string {
  return answerText.fromTo(was ?? compareText.none, is ?? compareText.none);
}
