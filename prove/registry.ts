/** Every `npm run prove -- NAME`, one line each. */
import type { FigureTask } from "../tools/figures.ts";
import { egressProof } from "./egress/egress.ts";

export const proofs: readonly FigureTask[] = [egressProof];
