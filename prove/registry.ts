/** Every `npm run prove -- NAME`, one line each. */
import type { FigureTask } from "../tools/figures.ts";

export const proofs: readonly FigureTask[] = [];
