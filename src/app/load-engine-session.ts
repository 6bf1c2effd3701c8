/** The engine session of this page, over real workers and the real shelf. Fetched apart from the first screen. */
import type { DeviceReport, ReadDeviceReport } from "../contracts/device-report.ts";
import type { EngineEntry } from "../contracts/engine.ts";
import type { InstalledPack, ModelShelf } from "../contracts/model-shelf.ts";
import { createEngineSession, type EngineSession } from "../workbench/engine-session/engine-session.ts";
import type { SessionModel } from "../workbench/engine-session/session-model.ts";
import { createEngineHost } from "./create-engine-host.ts";
import { holdPackInUse } from "./hold-pack-in-use.ts";
import { createModelChoice } from "./model-choice.ts";

export type EngineSessionWorld = {
  readonly engines: readonly EngineEntry[];
  readonly loadShelf: () => Promise<ModelShelf>;
  readonly readDeviceReport: ReadDeviceReport;
};

/** A session that follows what is installed. */
export function loadEngineSession({
  engines,
  loadShelf,
  readDeviceReport,
}: EngineSessionWorld): EngineSession {
  const session = createEngineSession({
    engines,
    openEngine: createEngineHost({
      usesGraphics: async ({ id }) => usesGraphics(id, await readDeviceReport()),
    }),
    listModels: async () => listModels(await loadShelf(), await readDeviceReport()),
    noteUse: async (packId) => (await loadShelf()).noteUse(packId),
    choice: createModelChoice(),
    now: () => performance.now(),
  });
  holdPackInUse(session);
  followOnceChosen(session, loadShelf);
  return session;
}

/** wllama computes on the graphics device where that has half precision, and on the processor elsewhere. */
function usesGraphics(engineId: string, { gpu }: DeviceReport): boolean {
  if (engineId === "wllama") return gpu.type === "gpu-ready" && gpu.hasHalfPrecision;
  return engineId === "web-llm";
}

async function listModels(shelf: ModelShelf, report: DeviceReport): Promise<readonly SessionModel[]> {
  const listed = await shelf.list();
  if (!listed.ok) return [];
  const whole = listed.value.filter(({ isDamaged }) => !isDamaged);
  const models = await Promise.all(whole.map((installed) => toModel(shelf, installed, report)));
  return models.filter((model) => model !== undefined);
}

async function toModel(
  shelf: ModelShelf,
  { pack, bytes }: InstalledPack,
  report: DeviceReport,
): Promise<SessionModel | undefined> {
  const fit = await shelf.judge(pack, report);
  if (fit.type !== "fits") return undefined;
  const { id: packId, name, format } = pack;
  return { packId, name, format, bytes, contextTokens: fit.contextTokens };
}

/** Who never chose a model needs no shelf on every screen. */
function followOnceChosen(session: EngineSession, loadShelf: () => Promise<ModelShelf>): void {
  const follow = () => void loadShelf().then((shelf) => followShelf(session, shelf));
  if (session.store.getState().model !== undefined) return follow();
  const stop = session.store.subscribe(({ model }) => {
    if (model === undefined) return;
    stop();
    follow();
  });
  return undefined;
}

/** The chosen model may be renamed or removed on the Models screen of any tab. */
async function followShelf(session: EngineSession, shelf: ModelShelf): Promise<void> {
  const look = async () => {
    const listed = await shelf.list();
    if (listed.ok) session.follow(listed.value.map(({ pack }) => ({ packId: pack.id, name: pack.name })));
  };
  shelf.subscribe((what) => {
    if (what === "packs") void look();
  });
  await look();
}
