/** Every `npm run measure -- NAME`, one line each. */
import type { FigureTask } from "../tools/figures.ts";
import { polarityMeasure } from "./polarity.ts";
import { argumentation } from "./argumentation.ts";
import { casesMeasure } from "./cases.ts";
import { streamsMeasure } from "./streams.ts";
import { tracesMeasure } from "./traces.ts";

export const measures: readonly FigureTask[] = [
  argumentation,
  casesMeasure,
  polarityMeasure,
  streamsMeasure,
  tracesMeasure,
];
