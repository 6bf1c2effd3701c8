/** The marks that are seen on the branch that is shown, for every panel alike. */
import { useQuery } from "@tanstack/react-query";
import { useShallow } from "zustand/react/shallow";
import { findErrorCode } from "../../domain/annotations/error-codes.ts";
import { lostMarksOn, marksAt, marksOn } from "../../domain/annotations/marks.ts";
import type { AnnotationState } from "../../domain/record/case-state.ts";
import type { RecordTarget } from "../../domain/record/events.ts";
import { useDesk, useFacts } from "../desk/use-desk.ts";
import { vaultSettingsQuery } from "../queries.ts";
import { useServices } from "../services.ts";
import { verdictWords } from "../text/dialogue.ts";
import { answerVerdictNames, markText } from "../text/marks.ts";

/** All that hold on to something, in the order in which they were made. */
export function useMarks(): readonly AnnotationState[] {
  return useFacts(useShallow(({ live }) => marksOn(live.view.state, live.branch)));
}

/** Those that have lost what they were on. */
export function useLostMarks(): readonly AnnotationState[] {
  return useFacts(useShallow(({ live }) => lostMarksOn(live.view.state, live.branch)));
}

/** Those on one thing and on words of it. */
export function useMarksAt(target: Pick<RecordTarget, "type" | "id">): readonly AnnotationState[] {
  return useFacts(useShallow(({ live }) => marksAt(live.view.state, live.branch, target)));
}

/** Puts the profile behind a mark into words, as seen by who is at work now. */
export function useAuthorWords(): (author: string) => string {
  const { author: me } = useDesk().session;
  const { data: settings } = useQuery(vaultSettingsQuery(useServices()));
  const known = settings?.ok === true ? settings.value : undefined;
  return (author) => {
    if (author === me.profile) return markText.you;
    return known?.profiles.find(({ id }) => id === author)?.name ?? markText.somebody;
  };
}

/** A mark on one line: its verdict and whose it is, its code, that it was commented. */
export function sayMark({ annotation }: AnnotationState, author: string): string {
  const { verdict, errorCode, target, comment, suggestion } = annotation;
  const isOnAnswer = target.type === "case" && target.id !== "";
  const judged = verdict && (isOnAnswer ? answerVerdictNames[verdict] : verdictWords[verdict]);
  const parts = [
    judged && (author === markText.you ? markText.yourVerdict(judged) : markText.verdictBy(judged, author)),
    errorCode === undefined ? undefined : sayCode(errorCode),
    judged === undefined && errorCode === undefined && comment !== "" ? markText.commented : undefined,
    judged === undefined && errorCode === undefined && comment === "" && suggestion !== undefined
      ? markText.suggests
      : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(" · ");
}

/** A code with its name; one of another codebook as it is. */
export function sayCode(code: string): string {
  const known = findErrorCode(code);
  return known === undefined ? markText.unknownCode(code) : `${code} ${known.name}`;
}
