/**
 * Reads any free-form reasoning trace: steps with nothing lost, and an argument graph whose every node is marked
 * "free-text". Pure, deterministic, linear for ordinary text and bounded for any other; never throws.
 */
import { readSentences } from "../../case-text/sentences.ts";
import type { ArgumentGraph, NodeId } from "../../argument/graph.ts";
import { findAnswer } from "./answer.ts";
import type { AnswerPart, Stretch } from "./answer.ts";
import { createCaseIndex } from "./case-index.ts";
import { createCueReader } from "./cues.ts";
import { collectHypotheses } from "./hypotheses.ts";
import { readTraceSentence } from "./trace-sentences.ts";
import type { ReadSentence } from "./trace-sentences.ts";
import { linkTrace } from "./link-trace.ts";
import type { LocatedFinding } from "./link-trace.ts";
import { readPieces } from "./steps.ts";
import type { StepRole, TracePiece } from "./steps.ts";
import { createTermReader } from "./terms.ts";
import type { TermReader } from "./terms.ts";
import { createVocabulary } from "./vocabulary.ts";
import { readAnswerNames } from "./answer-names.ts";

type TraceInput = {
  readonly text: string;
  readonly caseText: string;
  /** Diagnoses that the case itself lists; what the trace names is added to them. */
  readonly differential?: readonly string[];
};

type TraceStep = {
  readonly start: number;
  readonly end: number;
  readonly marker: NonNullable<TracePiece["marker"]>;
  readonly role: StepRole;
  /** Nodes first read here. */
  readonly nodes: readonly NodeId[];
  /** Where the step states numbers. */
  readonly numbers: readonly Stretch[];
};

export type TraceReading = {
  /** Steps and the gaps between them: in order they are the text. */
  readonly pieces: readonly TracePiece[];
  readonly steps: readonly TraceStep[];
  readonly graph: ArgumentGraph;
  /** Every phrase of the reasoning that was located in the case, in order, and how (clinical foundation 4.3a). */
  readonly located: readonly LocatedFinding[];
  /** The hypotheses that the trace's own answer states. */
  readonly stated: readonly NodeId[];
  /** Those of them that its reasoning names too. */
  readonly reasonedAbout: readonly NodeId[];
};

/** Reads one trace against its case text. */
export function readTrace({ text, caseText, differential = [] }: TraceInput): TraceReading {
  const reader = createTermReader(createVocabulary());
  const pieces = readPieces(text);
  const answer = findAnswer(text);
  const sentences = readReasoning(reader, text, pieces, answer);
  const answerNames = readAnswerNames(reader, text, answer);
  const caseIndex = createCaseIndex(reader, caseText);
  const hypotheses = collectHypotheses(
    reader,
    text,
    [...differential, ...answerNames.diagnoses],
    sentences,
    caseIndex,
  );
  const linked = linkTrace({
    reader,
    text,
    sentences,
    hypotheses,
    caseIndex,
    answer: answerNames,
  });
  return {
    pieces,
    steps: describeSteps(text, pieces, answer, linked.nodesByStep),
    graph: linked.graph,
    located: linked.located,
    stated: linked.stated,
    reasonedAbout: linked.reasonedAbout,
  };
}

function readReasoning(
  reader: TermReader,
  text: string,
  pieces: readonly TracePiece[],
  answer: AnswerPart | undefined,
): readonly ReadSentence[] {
  const cues = createCueReader();
  const sentences: ReadSentence[] = [];
  let step = -1;
  for (const piece of pieces) {
    if (piece.kind === "gap") continue;
    step += 1;
    if (answer !== undefined && piece.start >= answer.start) continue;
    const end = answer === undefined ? piece.end : Math.min(piece.end, answer.start);
    for (const sentence of readSentences(text.slice(piece.start, end))) {
      for (const part of cutLong(text, piece.start + sentence.start, piece.start + sentence.end)) {
        sentences.push(readTraceSentence(reader, cues, text, { ...part, step }));
      }
    }
  }
  return sentences;
}

const LONGEST_SENTENCE = 1500;

/** Bounds the work on text without full stops. */
function* cutLong(text: string, start: number, end: number): Generator<Stretch> {
  let from = start;
  while (end - from > LONGEST_SENTENCE) {
    const space = text.lastIndexOf(" ", from + LONGEST_SENTENCE);
    const to = space > from ? space : from + LONGEST_SENTENCE;
    yield { start: from, end: to };
    from = to;
  }
  yield { start: from, end };
}

function describeSteps(
  text: string,
  pieces: readonly TracePiece[],
  answer: AnswerPart | undefined,
  nodesByStep: ReadonlyMap<number, { readonly nodes: readonly NodeId[]; readonly role: StepRole }>,
): readonly TraceStep[] {
  const steps: TraceStep[] = [];
  for (const piece of pieces) {
    if (piece.kind === "gap" || piece.marker === undefined) continue;
    const { start, end, marker } = piece;
    const read = nodesByStep.get(steps.length);
    const isAnswer = answer !== undefined && end > answer.start;
    const plain: StepRole = marker === "heading" ? "heading" : "unread";
    steps.push({
      start,
      end,
      marker,
      role: isAnswer ? "answer" : (read?.role ?? plain),
      nodes: read?.nodes ?? [],
      numbers: readNumbers(text, start, end),
    });
  }
  return steps;
}

function readNumbers(text: string, start: number, end: number): readonly Stretch[] {
  const matches = text.slice(start, end).matchAll(/\d+(?:[.,]\d+)*/gu);
  return Array.from(matches, (match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}
