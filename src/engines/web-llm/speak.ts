/** One round: reads what of the prompt is not known yet, then says a token at a time until there is a reason to end. */
import type { GenerateRequest, GenerationEnd, Listening } from "../../contracts/engine.ts";
import { createStopScan } from "../stop-scan.ts";
import { growContext, promptTokens, readContext, type RoundPlan } from "./known-context.ts";
import { goBack, type LoadedModel } from "./loaded-model.ts";
import { forward } from "./pipeline.ts";
import { choiceOf, lastChances } from "./sampling.ts";
import { createTextPieces, type TextPieces } from "./text-pieces.ts";

/** A prompt is read in parts of at most so many tokens, so that an interrupt need not wait for all of it. */
const MOST_READ_AT_ONCE = 512;

export type SpeakParts = {
  readonly model: LoadedModel;
  readonly request: GenerateRequest;
  readonly prompt: string;
  readonly plan: RoundPlan;
  readonly isInterrupted: () => boolean;
} & Listening;

type Logits = Awaited<ReturnType<typeof forward>>;
type Reason = GenerationEnd["reason"];

/** Carries the plan out and answers the request. */
export async function speak(parts: SpeakParts): Promise<GenerationEnd> {
  const { model, request, plan } = parts;
  const { pipeline } = model;
  const choice = choiceOf(request);
  pipeline.resetGenerationRoundState();
  const grammar = pipeline.prepareGrammarMatcherForSampling(choice);
  await grammar;
  goBack(model, plan);
  const counts = { promptTokens: promptTokens(plan), reusedTokens: plan.from.tokens };
  const logits = await readPrompt(parts);
  if (logits === undefined) return { reason: "interrupted", tokens: 0, ...counts };
  pipeline.setSeed(request.seed);
  return { ...(await sayTokens(parts, logits)), ...counts };
}

/** What the model would say after the whole prompt; undefined when it was stopped before. */
async function readPrompt(parts: SpeakParts): Promise<Logits | undefined> {
  const { model, prompt, plan, isInterrupted, onReading } = parts;
  const { pipeline } = model;
  const before = model.known;
  const totalTokens = promptTokens(plan);
  const step = Math.min(MOST_READ_AT_ONCE, pipeline.prefillChunkSize);
  model.known = readContext(before, prompt, plan, 0);
  let logits: Logits | undefined;
  for (let from = 0; from < plan.unread.length; from += step) {
    onReading?.({ readTokens: totalTokens - plan.unread.length + from, totalTokens });
    logits?.dispose();
    logits = await forward(pipeline, plan.unread.slice(from, from + step));
    await pipeline.device.sync();
    model.known = readContext(before, prompt, plan, Math.min(from + step, plan.unread.length));
    if (!isInterrupted()) continue;
    logits.dispose();
    return undefined;
  }
  return logits;
}

async function sayTokens(
  parts: SpeakParts,
  first: Logits,
): Promise<Pick<GenerationEnd, "reason" | "tokens">> {
  const { model, request, isInterrupted } = parts;
  const { pipeline } = model;
  const choice = choiceOf(request);
  const speaker = createSpeaker(parts);
  let logits = first;
  for (let tokens = 0; ;) {
    const token = await draw(pipeline, logits, choice);
    if (pipeline.stopTokens.includes(token)) return { reason: speaker.end("stop"), tokens };
    tokens += 1;
    const { piece, isWhole, reason } = speaker.say(token);
    if (reason !== undefined) return { reason, tokens };
    if (isInterrupted()) return { reason: speaker.end("interrupted"), tokens };
    if (tokens >= request.budget) return { reason: speaker.end("budget"), tokens };
    if (pipeline.filledKVCacheLength >= model.contextTokens)
      return { reason: speaker.end("context-full"), tokens };
    logits = await forward(pipeline, [token]);
    model.known = growContext(model.known, piece, isWhole);
  }
}

async function draw(
  pipeline: LoadedModel["pipeline"],
  logits: Logits,
  choice: ReturnType<typeof choiceOf>,
): Promise<number> {
  try {
    const token = await pipeline.sampleFromRawLogits(logits, choice);
    pipeline.commitSamplerState(token, choice);
    return token;
  } finally {
    logits.dispose();
  }
}

/** Turns tokens into what is handed out, and notices when a stop string ends it. */
function createSpeaker({ model, request, onTokens }: SpeakParts) {
  const { pipeline } = model;
  const pieces = createTextPieces((tokens) => pipeline.tokenizer.decode(tokens));
  // A marker of the template, when the model spells it out, ends the reply as its token would.
  const scan = createStopScan([...request.stop, ...pipeline.stopStr]);
  const hand = (text: string, withChances: boolean): void => {
    const chances = withChances && request.logprobs > 0 ? [lastChances(pipeline)] : undefined;
    if (text !== "" || chances !== undefined) onTokens({ texts: [text], chances });
  };
  let said = "";
  return {
    say: (token: number) => {
      const piece = pieces.push(token);
      said += piece;
      const { text, stopped } = scan.push(piece);
      hand(text, true);
      const reason: Reason | undefined = stopped ? whichStop(said, request.stop) : undefined;
      return { piece, isWhole: pieces.isWhole(), reason };
    },
    end: (reason: Reason): Reason => {
      const rest = finish(pieces, scan, reason);
      if (rest !== "") onTokens({ texts: [rest], chances: request.logprobs > 0 ? [[]] : undefined });
      return reason;
    },
  };
}

/** Half a character is only handed out when nothing can complete it any more. */
function finish(pieces: TextPieces, scan: ReturnType<typeof createStopScan>, reason: Reason): string {
  if (reason !== "stop") return scan.finish();
  const { text, stopped } = scan.push(pieces.finish());
  return stopped ? text : text + scan.finish();
}

function whichStop(said: string, stops: readonly string[]): Reason {
  return stops.some((stop) => said.includes(stop)) ? "stop-string" : "stop";
}
