/** Asking an engine and keeping everything it pushed: the form in which tests compare answers. */
import type {
  ClientNotice,
  Engine,
  GenerateRequest,
  GenerationEnd,
  ReadingProgress,
  TokenBatch,
} from "../../contracts/engine.ts";
import type { EngineError } from "../../contracts/engine-error.ts";
import type { Result } from "../../shared/result.ts";

export type Asked = {
  readonly text: string;
  readonly batches: readonly TokenBatch[];
  readonly readings: readonly ReadingProgress[];
  readonly result: Result<GenerationEnd, EngineError>;
};

/** A request that leaves nothing to chance. */
export function greedy(question: string, more: Partial<GenerateRequest> = {}): GenerateRequest {
  return {
    prompt: { type: "chat", thinking: false, messages: [{ role: "user", text: question }] },
    grammar: undefined,
    budget: 1000,
    seed: 1,
    temperature: 0,
    topP: 1,
    stop: [],
    logprobs: 0,
    ...more,
  };
}

/** Generates; `onToken` hears after every batch how many pieces have come. */
export async function ask(
  engine: Engine<ClientNotice>,
  request: GenerateRequest,
  onToken: (pieces: number) => void = () => undefined,
): Promise<Asked> {
  const batches: TokenBatch[] = [];
  const readings: ReadingProgress[] = [];
  let pieces = 0;
  const take = (batch: TokenBatch): void => {
    batches.push(batch);
    pieces += batch.texts.length;
    onToken(pieces);
  };
  const result = await engine.generate(request, take, (reading) => void readings.push(reading));
  return { text: batches.flatMap(({ texts }) => texts).join(""), batches, readings, result };
}
