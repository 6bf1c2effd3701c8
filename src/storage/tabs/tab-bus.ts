/** What tabs say to each other. Never a word of a case: only that something changed, and where. */
import { isCount, isFilledText, isShape, isTagged, isWordOf } from "../../contracts/guards.ts";

export type TabMessage =
  /** Everything is to be locked: somebody asked, nobody was there, or the device slept. */
  | { readonly type: "lock" }
  /** A vault was made on this device, or brought back from a backup. */
  | { readonly type: "made" }
  /** The vault was removed from this device. */
  | { readonly type: "wipe" }
  | { readonly type: "cases-changed" }
  | { readonly type: "case-written"; readonly caseId: string; readonly seq: number }
  /** Another tab wants to write the case. */
  | { readonly type: "case-wanted"; readonly caseId: string }
  | { readonly type: "case-destroyed"; readonly caseId: string };

export type TabBus = {
  readonly post: (message: TabMessage) => void;
  /** Hears other tabs, never itself. */
  readonly listen: (onMessage: (message: TabMessage) => void) => void;
  readonly close: () => void;
};

const CHANNEL_NAME = "curbside-vault";

const isTabMessage = isTagged<TabMessage>({
  lock: isShape({ type: isWordOf(["lock"]) }),
  made: isShape({ type: isWordOf(["made"]) }),
  wipe: isShape({ type: isWordOf(["wipe"]) }),
  "cases-changed": isShape({ type: isWordOf(["cases-changed"]) }),
  "case-written": isShape({ type: isWordOf(["case-written"]), caseId: isFilledText, seq: isCount }),
  "case-wanted": isShape({ type: isWordOf(["case-wanted"]), caseId: isFilledText }),
  "case-destroyed": isShape({ type: isWordOf(["case-destroyed"]), caseId: isFilledText }),
});

/** The bus over a channel of the browser. */
export function createTabBus(createChannel: (name: string) => BroadcastChannel): TabBus {
  const channel = createChannel(CHANNEL_NAME);
  return {
    post: (message) => channel.postMessage(message),
    listen: (onMessage) => {
      channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
        if (isTabMessage(data)) onMessage(data);
      });
    },
    close: () => channel.close(),
  };
}
