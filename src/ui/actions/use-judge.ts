/** Giving a verdict by one press, on a step, a link or the answer to the case. */
import { marksAt, type Verdict } from "../../domain/annotations/marks.ts";
import type { Annotation, RecordTarget } from "../../domain/record/events.ts";
import { useDesk, useFacts } from "../desk/use-desk.ts";
import { useDeskActions } from "./desk-actions.ts";

export type Judging = {
  /** The mark by which who is at work judged all of it. */
  readonly mark: Annotation | undefined;
  /** The same verdict once more takes it back. */
  readonly judge: (verdict: Verdict) => void;
};

/** A mark that says more than its verdict keeps the rest when the verdict is taken back. */
export function useJudge(on: Pick<RecordTarget, "type" | "id">): Judging {
  const desk = useDesk();
  const { settle } = useDeskActions();
  const { profile } = desk.session.author;
  const mark = useFacts(
    ({ live }) =>
      marksAt(live.view.state, live.branch, on).findLast(
        ({ annotation, author }) =>
          author === profile && annotation.verdict !== undefined && annotation.target.quote === "",
      )?.annotation,
  );
  const judge = (verdict: Verdict): void => {
    const target = { ...on, quote: "", start: 0 };
    if (mark?.verdict !== verdict) {
      void settle(desk.annotate({ comment: "", ...mark, target, verdict }, mark?.id));
      return;
    }
    const { verdict: _takenBack, ...rest } = mark;
    const saysMore = mark.comment !== "" || mark.errorCode !== undefined || mark.suggestion !== undefined;
    void settle(saysMore ? desk.annotate(rest, mark.id) : desk.removeAnnotation(mark.id));
  };
  return { mark, judge };
}
