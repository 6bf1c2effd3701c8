/** Every `npm run prove -- NAME`, one line each. */
import type { FigureTask } from "../tools/figures.ts";
import { egressProof } from "./egress/egress.ts";
import { ggufProof } from "./gguf/gguf.ts";
import { webLlmProof } from "./web-llm/web-llm.ts";
import { killProof } from "./kill/kill.ts";
import { lockedProof } from "./locked/locked.ts";
import { tabsProof } from "./tabs/tabs.ts";

export const proofs: readonly FigureTask[] = [
  egressProof,
  webLlmProof,
  ggufProof,
  killProof,
  lockedProof,
  tabsProof,
];
