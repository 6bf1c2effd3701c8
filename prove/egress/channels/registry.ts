/** The 56 channels, one line a family. */
import { browserServiceChannels } from "./browser-services.ts";
import type { Channel } from "./channel.ts";
import { elementChannels } from "./elements.ts";
import { frameChannels } from "./frames.ts";
import { hintChannels } from "./hints.ts";
import { navigationChannels } from "./navigations.ts";
import { requestChannels } from "./requests.ts";
import { workerChannels } from "./workers.ts";

export const channels = [
  ...requestChannels,
  ...elementChannels,
  ...hintChannels,
  ...navigationChannels,
  ...frameChannels,
  ...workerChannels,
  ...browserServiceChannels,
] as const satisfies readonly Channel[];
