/** Every `npm run measure -- NAME`, one line each. */
import type { FigureTask } from "../tools/figures.ts";

export const measures: readonly FigureTask[] = [];
