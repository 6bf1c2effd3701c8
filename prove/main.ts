import { runFigures } from "../tools/figures.ts";
import { proofs } from "./registry.ts";

process.exitCode = await runFigures("prove", proofs, process.argv.slice(2));
