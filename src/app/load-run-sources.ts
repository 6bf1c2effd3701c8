/** What a case can be run on in this page. Fetched with the first case that is opened. */
import type { EngineError } from "../contracts/engine-error.ts";
import type { EngineEntry } from "../contracts/engine.ts";
import type { ModelShelf } from "../contracts/model-shelf.ts";
import type { Pack } from "../contracts/pack.ts";
import type { TeachingLibrary, TeachingLibraryError } from "../contracts/teaching-library.ts";
import { CHAT_TEMPLATES } from "../engines/templates/families.ts";
import { invariant } from "../shared/assert.ts";
import { err, ok, type Result } from "../shared/result.ts";
import type { OpenRunSource, RunSource, RunWish, ScriptPace } from "../workbench/case-run/run-source.ts";
import type { EngineSession } from "../workbench/engine-session/engine-session.ts";
import { isInMemory } from "../workbench/engine-session/engine-state.ts";
import type { RunModel } from "../workbench/run/run-request.ts";
import { createRunner, type Runner } from "../workbench/run/runner.ts";
import { transcriptToScript } from "../workbench/run/transcript-script.ts";
import { createEngineHost } from "./create-engine-host.ts";
import { nextFrame } from "./next-frame.ts";

export type RunSourceWorld = {
  readonly engines: readonly EngineEntry[];
  readonly session: EngineSession;
  readonly loadShelf: () => Promise<ModelShelf>;
  readonly teaching: TeachingLibrary;
};

/** Reading is as fast as a good reader can follow with the eye; at once is as fast as the scripted engine goes. */
const TOKENS_PER_SECOND: Readonly<Record<ScriptPace, number>> = { reading: 120, fast: 600, "at-once": 5000 };

type Opened = Result<RunSource, EngineError | TeachingLibraryError>;

/** Opens sources; the model has one runner in a page, so that it meets every new patient without the last. */
export function loadRunSources(world: RunSourceWorld): OpenRunSource {
  const modelRunner = createRunner({ engine: world.session.engine, clock: CLOCK, nextFrame });
  return (wish, pace) =>
    wish.type === "model" ? openModel(world, modelRunner) : openScript(world, wish, pace);
}

async function openModel({ session, loadShelf }: RunSourceWorld, runner: Runner): Promise<Opened> {
  const { model, status, contextTokens } = session.store.getState();
  const entry = session.readEntry();
  if (model === undefined || entry === undefined || contextTokens === undefined || !isInMemory(status))
    return err({ type: "engine-not-loaded" });
  const listed = await (await loadShelf()).list();
  const pack = listed.ok ? listed.value.find(({ pack: { id } }) => id === model.packId)?.pack : undefined;
  if (pack === undefined) return err({ type: "engine-pack-missing" });
  const { id, capabilities } = entry;
  return ok({
    runner,
    model: {
      engine: id,
      model: model.name,
      fileHash: await hashOf(pack),
      contextTokens,
      capabilities,
      style: styleOf(pack),
    },
    end: () => undefined,
  });
}

/** Of a pack of one file the hash of that file; of several the hash of all their hashes, in the order of their names. */
async function hashOf({ files }: Pack): Promise<string> {
  const [only, ...others] = files;
  if (only !== undefined && others.length === 0) return only.sha256;
  const lines = files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).toSorted();
  return toHash(lines.join(""));
}

async function toHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Some families' templates open the thinking for the model, so that its reply begins within. */
function styleOf({ model }: Pack): RunModel["style"] {
  const template = CHAT_TEMPLATES.find(({ id }) => id === model.template);
  return { start: template?.opened.startsWith("<think>") === true ? "thinking" : "answer" };
}

async function openScript(
  { engines, teaching }: RunSourceWorld,
  { teachingCase, again }: Extract<RunWish, { readonly type: "script" }>,
  pace: ScriptPace,
): Promise<Opened> {
  const transcript = await teaching.readScript(teachingCase);
  if (!transcript.ok) return transcript;
  const entry = engines.find(({ id }) => id === "scripted");
  invariant(entry !== undefined, "the scripted engine is in every build");
  const { engine, end } = createEngineHost({ usesGraphics: async () => false })(entry);
  const script = transcriptToScript({
    id: teachingCase,
    transcript: transcript.value,
    tokensPerSecond: TOKENS_PER_SECOND[pace],
    again,
  });
  const loaded = await engine.load({ type: "script", script }, () => undefined);
  if (!loaded.ok) {
    end();
    return loaded;
  }
  const { contextTokens } = loaded.value;
  return ok({
    runner: createRunner({ engine, clock: CLOCK, nextFrame }),
    model: {
      engine: entry.id,
      // Not the name of the file, which gives the diagnosis away; the hash says which one it was.
      model: "walk-through",
      fileHash: await toHash(transcript.value),
      contextTokens,
      capabilities: entry.capabilities,
      style: { start: "answer" },
    },
    end,
  });
}

const CLOCK = {
  now: () => performance.now(),
  after: (ms: number, work: () => void) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
} as const;
