import { runFigures } from "../tools/figures.ts";
import { measures } from "./registry.ts";

process.exitCode = await runFigures("measure", measures, process.argv.slice(2));
