/** The runs of a small case for tests: a desk on a record in memory, and a scripted engine that tells what it was asked. */
import type { ClientNotice, Engine, GenerateRequest, GenerationEnd } from "../../../contracts/engine.ts";
import type { Script, ScriptAnswer, ScriptFault } from "../../../contracts/engine-script.ts";
import type { OpenCase } from "../../../contracts/vault.ts";
import { viewToRecord } from "../../../domain/record/fold.ts";
import { ok } from "../../../shared/result.ts";
import { createCaseSession } from "../../case-session/case-session.ts";
import { createDesk } from "../../desk/desk.ts";
import type { RunClock } from "../../run/run-clock.ts";
import { createRunner } from "../../run/runner.ts";
import { createCaseRun } from "../case-run.ts";
import type { OpenRunSource } from "../run-source.ts";

/** The world of the test: this folder knows no engine. */
export type DoubleWorld = {
  readonly openEngine: () => Engine<ClientNotice>;
  readonly clock: RunClock;
  readonly nextFrame: (work: () => void) => void;
};

export type CaseRunDouble = DoubleWorld & {
  readonly note: string;
  /** What the engine answers, or what makes its script of what it says again. */
  readonly answers: readonly ScriptAnswer[] | ((again: string | undefined) => readonly ScriptAnswer[]);
  readonly voice: "model" | "script";
  readonly faults?: readonly ScriptFault[];
  readonly contextTokens?: number;
};

type Round = { readonly request: GenerateRequest; readonly end: GenerationEnd | undefined };

/** A case with a note, chosen to be run on what the engine is given to say. */
export async function openCaseRun(double: CaseRunDouble) {
  const { note, answers, voice, faults = [], contextTokens, openEngine, clock, nextFrame } = double;
  const rounds: Round[] = [];
  const size = contextTokens ?? 65_536;
  const openSource: OpenRunSource = async (wish) => {
    const engine = openEngine();
    const again = wish.type === "script" ? wish.again : undefined;
    const said = typeof answers === "function" ? answers(again) : answers;
    const script: Script = { id: "test", answers: said, tokensPerSecond: 600, contextTokens: size, faults };
    const loaded = await engine.load({ type: "script", script }, () => undefined);
    if (!loaded.ok) return loaded;
    const heard: typeof engine = {
      ...engine,
      generate: async (request, onTokens) => {
        const end = await engine.generate(request, onTokens);
        rounds.push({ request, end: end.ok ? end.value : undefined });
        return end;
      },
    };
    const capabilities = { grammar: undefined, logprobs: false, voice };
    const model = { engine: "scripted", model: "test", fileHash: "", contextTokens: size, capabilities };
    return ok({
      runner: createRunner({ engine: heard, clock, nextFrame }),
      model: { ...model, style: { start: "answer" } },
      end: () => undefined,
    });
  };
  const desk = await openDesk(note, nextFrame);
  // A model is one for the page; a script is opened for each case.
  const once = voice === "model" ? keepFirst(openSource) : openSource;
  const caseRun = createCaseRun({ desk, openSource: once });
  const wish =
    voice === "model" ? ({ type: "model" } as const) : ({ type: "script", teachingCase: "t" } as const);
  caseRun.choose({ wish, rerunWish: wish });
  const record = () => viewToRecord(desk.case.getState().view);
  const start = () => caseRun.start(wish, caseRun.chosen.getState().choices);
  return { desk, caseRun, rounds, record, start };
}

function keepFirst(openSource: OpenRunSource): OpenRunSource {
  let first: ReturnType<OpenRunSource> | undefined;
  return (wish, pace) => (first ??= openSource(wish, pace));
}

async function openDesk(note: string, nextFrame: DoubleWorld["nextFrame"]) {
  const opened: OpenCase = {
    id: "case-1",
    events: [],
    repair: undefined,
    readRole: () => "writer",
    append: async () => ok(undefined),
    takeOver: async () => ok(undefined),
    subscribe: () => () => undefined,
    close: async () => undefined,
  };
  let made = 0;
  const newId = () => {
    made += 1;
    return `e${made}`;
  };
  const author = { kind: "clinician", profile: "p1" } as const;
  const session = createCaseSession({ opened, author, newId, now: () => made });
  const desk = createDesk({ session, newId, nextFrame });
  await session.write([{ type: "case-create", title: "Sample" }]);
  await desk.reviseText(note);
  return desk;
}
