import { runFigures } from "../tools/figures.ts";
import { benches } from "./registry.ts";

process.exitCode = await runFigures("bench", benches, process.argv.slice(2));
