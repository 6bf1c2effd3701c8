/** A case as the page has it open: a number that the worker knows, and the news of it. */
import type { CaseNews, CaseRole, OpenCase } from "../../contracts/vault.ts";
import type { VaultError } from "../../contracts/vault-error.ts";
import type { RecordEvent } from "../../domain/record/events.ts";
import { invariant } from "../../shared/assert.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { unpackAhead, unpackEvents } from "../worker/packed-events.ts";
import { call, type Client } from "./vault-client.ts";

type Opened = {
  readonly client: Client;
  readonly handle: number;
  readonly listeners: Set<(news: CaseNews) => void>;
  events: readonly RecordEvent[];
  role: CaseRole;
  isClosed: boolean;
};

/** Opens a case in the worker and follows it. */
export async function openCase(
  client: Client,
  caseId: string,
  onAhead?: (events: readonly RecordEvent[]) => void,
): Promise<Result<OpenCase, VaultError>> {
  client.handles += 1;
  const opened: Opened = {
    client,
    handle: client.handles,
    listeners: new Set(),
    events: [],
    role: "follower",
    isClosed: false,
  };
  let early: readonly RecordEvent[] = [];
  // Before the answer: what another tab writes in between must not be missed.
  client.openCases.set(opened.handle, {
    onNews: (news) => hear(opened, news),
    onAhead: (texts) => {
      early = unpackAhead(texts);
      onAhead?.(early);
    },
  });
  const result = await call(client, "open-case", { caseId, handle: opened.handle });
  if (!result.ok) {
    client.openCases.delete(opened.handle);
    return result;
  }
  const { events, ahead, repair, role } = result.value;
  invariant(ahead === 0 || ahead === early.length, "what came ahead is all of it or counts for nothing");
  opened.events = [...early.slice(0, ahead), ...unpackEvents(events)];
  early = [];
  opened.role = role;
  return ok({
    id: caseId,
    // Asked for after the end, there is nothing left to hand out.
    get events() {
      return opened.events;
    },
    repair,
    readRole: () => opened.role,
    append: (added, durability) =>
      ask(opened, () => call(client, "append", { handle: opened.handle, events: added, durability })),
    takeOver: () => ask(opened, () => takeOver(opened)),
    subscribe: (onNews) => {
      opened.listeners.add(onNews);
      return () => void opened.listeners.delete(onNews);
    },
    close: () => close(opened),
  });
}

async function takeOver(opened: Opened): Promise<Result<undefined, VaultError>> {
  const result = await call(opened.client, "take-over", { handle: opened.handle });
  if (!result.ok) return result;
  hear(opened, { type: "role", role: result.value });
  return ok(undefined);
}

function ask(
  opened: Opened,
  work: () => Promise<Result<undefined, VaultError>>,
): Promise<Result<undefined, VaultError>> {
  return opened.isClosed ? Promise.resolve(err({ type: "vault-locked" })) : work();
}

async function close(opened: Opened): Promise<void> {
  if (opened.isClosed) return;
  const { client, handle } = opened;
  end(opened);
  client.openCases.delete(handle);
  await call(client, "close-case", { handle });
}

function hear(opened: Opened, news: CaseNews): void {
  if (news.type === "role") {
    if (opened.role === news.role) return;
    opened.role = news.role;
  }
  const listeners = [...opened.listeners];
  if (news.type === "closed") end(opened);
  for (const listener of listeners) listener(news);
}

function end(opened: Opened): void {
  opened.isClosed = true;
  opened.events = [];
  opened.role = "follower";
  opened.listeners.clear();
}
