/** Every `npm run bench -- NAME`, one line each. */
import type { FigureTask } from "../tools/figures.ts";
import { acceptance } from "./acceptance.ts";
import { boot } from "./boot/boot.ts";

export const benches: readonly FigureTask[] = [acceptance, boot];
