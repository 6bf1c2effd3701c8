/** Every `npm run bench -- NAME`, one line each. */
import type { FigureTask } from "../tools/figures.ts";
import { acceptance } from "./acceptance.ts";
import { boot } from "./boot/boot.ts";
import { decode } from "./decode/decode.ts";
import { detokenise } from "./detokenise/detokenise.ts";
import { fold } from "./fold.ts";
import { graph } from "./graph/graph.ts";
import { layout } from "./layout.ts";
import { load } from "./load.ts";
import { lookBack } from "./look-back.ts";
import { notationSize } from "./notation-size.ts";
import { reader } from "./reader.ts";
import { reprefill } from "./reprefill.ts";
import { store } from "./store/store.ts";
import { idle } from "./workbench/idle.ts";
import { memory } from "./workbench/memory.ts";
import { open } from "./workbench/open.ts";
import { replay } from "./workbench/replay.ts";
import { share } from "./workbench/share.ts";
import { text } from "./workbench/text.ts";

export const benches: readonly FigureTask[] = [
  acceptance,
  boot,
  decode,
  detokenise,
  fold,
  graph,
  idle,
  layout,
  load,
  memory,
  lookBack,
  notationSize,
  open,
  reader,
  replay,
  reprefill,
  share,
  store,
  text,
];
