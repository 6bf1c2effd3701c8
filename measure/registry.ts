/** Every `npm run measure -- NAME`, one line each. */
import type { FigureTask } from "../tools/figures.ts";
import { polarityMeasure } from "./polarity.ts";
import { argumentation } from "./argumentation.ts";
import { streamsMeasure } from "./streams.ts";
import { tracesMeasure } from "./traces.ts";

export const measures: readonly FigureTask[] = [
  argumentation,
  polarityMeasure,
  streamsMeasure,
  tracesMeasure,
];
