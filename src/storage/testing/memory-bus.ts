/** A channel between tabs in memory, for tests: copies of messages, later, and never to the one who posted. */
import type { TabBus, TabMessage } from "../tabs/tab-bus.ts";

/** Every bus that this opens hears the others. */
export function createMemoryBuses(): () => TabBus {
  const ends = new Set<{ readonly listeners: ((message: TabMessage) => void)[] }>();
  return () => {
    const end = { listeners: new Array<(message: TabMessage) => void>() };
    ends.add(end);
    return {
      post: (message) => {
        if (!ends.has(end)) return;
        for (const other of ends) if (other !== end) queueMicrotask(() => deliver(other, message));
      },
      listen: (onMessage) => void end.listeners.push(onMessage),
      close: () => void ends.delete(end),
    };
    function deliver(other: typeof end, message: TabMessage): void {
      if (!ends.has(other)) return;
      for (const listener of other.listeners) listener(structuredClone(message));
    }
  };
}
