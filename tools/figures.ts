/**
 * The one contract behind `npm run measure | bench | prove -- NAME`: progress to stderr, one JSON object as the
 * last line of stdout, exit 0 when it ran (for a proof: and held), 1 when a proof failed, 2 when it could not run.
 */
import { appendFileSync, existsSync, statSync, writeFileSync } from "node:fs";

export type FigureValue =
  | string
  | number
  | boolean
  | null
  | readonly FigureValue[]
  | { readonly [name: string]: FigureValue };
export type Figures = { readonly [name: string]: FigureValue };

export type FigureOptions = {
  /** The data folder from `--data`; the empty string when none was given. */
  readonly data: string;
  /** At most this many rows, from `--limit`. */
  readonly limit: number;
  /** Every other `--name value` pair of the command line; a bare `--name` reads as "true". */
  readonly flags: ReadonlyMap<string, string>;
  readonly progress: (line: string) => void;
  /** Writes one line to the `--list-misses` file, for a person to look at. */
  readonly miss: (row: Figures) => void;
};

export type FigureTask = {
  readonly id: string;
  /** One sentence for the list of names. */
  readonly about: string;
  readonly needsData?: boolean;
  readonly run: (options: FigureOptions) => Promise<Figures>;
  /** Only proofs: whether the promise held with its control run failing as it must. */
  readonly holds?: (figures: Figures) => boolean;
};

/** Thrown by a task that cannot run here (no data, no browser); its message says what to do next. */
export class CouldNotRun extends Error {}

export type FigureOutput = { readonly out: (line: string) => void; readonly err: (line: string) => void };

const consoleOutput: FigureOutput = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
};

/** Runs the task named in `argv` and returns the exit code. */
export async function runFigures(
  word: "measure" | "bench" | "prove",
  registry: readonly FigureTask[],
  argv: readonly string[],
  output: FigureOutput = consoleOutput,
): Promise<number> {
  const [name, ...rest] = argv;
  const task = registry.find((candidate) => candidate.id === name);
  if (task === undefined) return listNames(word, registry, name, output);
  const read = readFlags(rest);
  try {
    const figures = await task.run(readOptions(task, read, output));
    const line = { [word]: task.id, ...figures };
    output.out(JSON.stringify(line));
    return task.holds === undefined || task.holds(line) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof CouldNotRun)) throw error;
    output.err(`${word} ${task.id} could not run: ${error.message}`);
    return 2;
  }
}

function listNames(
  word: string,
  registry: readonly FigureTask[],
  name: string | undefined,
  output: FigureOutput,
): number {
  output.err(
    name === undefined ? `Say which one: npm run ${word} -- NAME` : `There is no ${word} named "${name}".`,
  );
  for (const task of registry) output.err(`  ${task.id.padEnd(16)} ${task.about}`);
  return 2;
}

function readFlags(argv: readonly string[]): ReadonlyMap<string, string> {
  const flags = new Map<string, string>();
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? "";
    if (!word.startsWith("--")) continue;
    const next = argv[index + 1];
    const hasValue = next !== undefined && !next.startsWith("--");
    flags.set(word.slice(2), hasValue ? next : "true");
    if (hasValue) index += 1;
  }
  return flags;
}

function readOptions(
  task: FigureTask,
  flags: ReadonlyMap<string, string>,
  output: FigureOutput,
): FigureOptions {
  const data = flags.get("data") ?? "";
  if (task.needsData === true && (data === "" || !existsSync(data) || !statSync(data).isDirectory())) {
    throw new CouldNotRun(
      `give it a folder with --data FOLDER${data === "" ? "" : ` ("${data}" is not one)`}.`,
    );
  }
  const limit = Number(flags.get("limit") ?? Number.POSITIVE_INFINITY);
  if (Number.isNaN(limit) || limit <= 0) throw new CouldNotRun("--limit needs a number above 0.");
  const missFile = flags.get("list-misses");
  if (missFile !== undefined) writeFileSync(missFile, "");
  return {
    data,
    limit,
    flags,
    progress: output.err,
    miss: (row) => {
      if (missFile !== undefined) appendFileSync(missFile, `${JSON.stringify(row)}\n`);
    },
  };
}
