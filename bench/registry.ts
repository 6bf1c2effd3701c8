/** Every `npm run bench -- NAME`, one line each. */
import type { FigureTask } from "../tools/figures.ts";

export const benches: readonly FigureTask[] = [];
