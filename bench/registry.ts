/** Every `npm run bench -- NAME`, one line each. */
import type { FigureTask } from "../tools/figures.ts";
import { acceptance } from "./acceptance.ts";

export const benches: readonly FigureTask[] = [acceptance];
