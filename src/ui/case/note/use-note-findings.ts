/** The findings of the case that is shown, all of them and by the sentences that they cite. */
import { useMemo, useState } from "react";
import { type CaseFinding, createFindingReader } from "../../../domain/record/case-findings.ts";
import { useFacts } from "../../desk/use-desk.ts";

export type NoteFindings = {
  readonly all: readonly CaseFinding[];
  readonly bySentence: ReadonlyMap<string, readonly CaseFinding[]>;
};

const NONE: NoteFindings = { all: [], bySentence: new Map() };

/** None before they are wanted; another value only when a finding is another; the list of a sentence only when one of its own is. */
export function useNoteFindings(areWanted: boolean): NoteFindings {
  const text = useFacts(({ live }) => live.view.state.text);
  const revisions = useFacts(({ live }) => live.view.state.revisions);
  const nodes = useFacts(({ branch }) => branch?.nodes);
  const withdrawn = useFacts(({ branch }) => branch?.withdrawn);
  const stale = useFacts(({ branch }) => branch?.stale);
  const made = useFacts(({ branch }) => branch?.made);
  const [read] = useState(createFindingReader);
  const [index] = useState(createIndex);
  return useMemo(() => {
    if (!areWanted) return NONE;
    if (nodes === undefined || withdrawn === undefined || stale === undefined || made === undefined)
      return NONE;
    const all = read({ text, revisions, branch: { nodes, withdrawn, stale, made } });
    return { all, bySentence: index(all) };
  }, [areWanted, read, index, text, revisions, nodes, withdrawn, stale, made]);
}

function createIndex(): (all: readonly CaseFinding[]) => NoteFindings["bySentence"] {
  let last: NoteFindings["bySentence"] = new Map();
  return (all) => {
    const next = new Map<string, CaseFinding[]>();
    for (const finding of all) {
      for (const { sentence, state } of finding.places) {
        if (state !== "current") continue;
        const list = next.get(sentence);
        if (list === undefined) next.set(sentence, [finding]);
        else list.push(finding);
      }
    }
    const before = last;
    last = new Map(Array.from(next, ([id, list]) => [id, keep(before.get(id), list)]));
    return last;
  };
}

function keep(
  before: readonly CaseFinding[] | undefined,
  now: readonly CaseFinding[],
): readonly CaseFinding[] {
  const isSame = before?.length === now.length && now.every((finding, index) => before[index] === finding);
  return isSame ? before : now;
}
