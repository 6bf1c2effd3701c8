/** Every `npm run bench -- NAME`, one line each. */
import type { FigureTask } from "../tools/figures.ts";
import { acceptance } from "./acceptance.ts";
import { boot } from "./boot/boot.ts";
import { decode } from "./decode/decode.ts";
import { detokenise } from "./detokenise/detokenise.ts";
import { fold } from "./fold.ts";
import { layout } from "./layout.ts";
import { load } from "./load.ts";
import { lookBack } from "./look-back.ts";
import { notationSize } from "./notation-size.ts";
import { reader } from "./reader.ts";
import { reprefill } from "./reprefill.ts";
import { store } from "./store/store.ts";

export const benches: readonly FigureTask[] = [
  acceptance,
  boot,
  decode,
  detokenise,
  fold,
  layout,
  load,
  lookBack,
  notationSize,
  reader,
  reprefill,
  store,
];
