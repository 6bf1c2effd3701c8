/**
 * Builds the model library from `source/` and `kernels/` with Debian's clang and lld, byte for byte the same on every
 * machine that has the same compiler. `--check` compares what is checked in with its hashes and with a fresh build.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { writeKernelSources } from "./kernel-sources.mjs";

const COMPILER = "clang++";
const LINKER = "wasm-ld";

/** Another compiler may be as right, but its bytes differ, so only this one can say that the binary is the source's. */
const COMPILER_VERSION = "14.0.6";

/** Memory from 1024 up to here stays free for the model that a package is made for (see source/model.h). */
const FIRST_GLOBAL = 65_536;

const FLAGS = [
  "--target=wasm32-unknown-unknown",
  "-std=c++17",
  "-O2",
  "-ffreestanding",
  "-fno-exceptions",
  "-fno-rtti",
  "-fno-threadsafe-statics",
  "-mbulk-memory",
  "-nostdlib",
  "-Wall",
  "-Wextra",
  "-Werror",
  "-Wno-int-to-pointer-cast",
  "-Wl,--no-entry",
  "-Wl,--strip-all",
  `-Wl,--global-base=${FIRST_GLOBAL}`,
];

const here = dirname(fileURLToPath(import.meta.url));
const libraryPath = join(here, "library.wasm");
const hashesPath = join(here, "library.sha256");

/** @param {string | Uint8Array} bytes */
function hashOf(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}

/** One hash over everything that decides the binary, so that a forgotten rebuild shows without a compiler. */
function hashSources() {
  const files = ["source", "kernels"].flatMap((folder) =>
    readdirSync(join(here, folder)).map((name) => `${folder}/${name}`),
  );
  const parts = files.toSorted().map((file) => `${file}\n${readFileSync(join(here, file), "utf8")}`);
  const script = readFileSync(join(here, "kernel-sources.mjs"), "utf8");
  return hashOf([COMPILER_VERSION, ...FLAGS, script, ...parts].join("\n"));
}

/** @param {Uint8Array} library */
function hashLines(library) {
  return `${hashOf(library)}  library.wasm\n${hashSources()}  sources\n`;
}

/** What keeps this machine from building, or undefined. */
function findObstacle() {
  try {
    const version = execFileSync(COMPILER, ["--version"], { encoding: "utf8" });
    execFileSync(LINKER, ["--version"]);
    if (version.includes(`version ${COMPILER_VERSION}`)) return undefined;
    return `clang++ ${COMPILER_VERSION} (Debian 12) is needed, and this is ${version.split("\n")[0]}`;
  } catch {
    return "clang++ and wasm-ld are needed: apt-get install -y clang lld";
  }
}

/** @returns {Buffer} */
function compile() {
  const folder = mkdtempSync(join(tmpdir(), "curbside-library-"));
  try {
    writeFileSync(join(folder, "kernel-sources.inc"), writeKernelSources(here));
    const sources = readdirSync(join(here, "source")).filter((name) => name.endsWith(".cc"));
    const output = join(folder, "library.wasm");
    // Run in the folder with relative names: no path of this machine may reach the binary.
    execFileSync(COMPILER, [...FLAGS, "-I", folder, ...sources.toSorted(), "-o", output], {
      cwd: join(here, "source"),
      stdio: ["ignore", "inherit", "inherit"],
    });
    return readFileSync(output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns {number} the exit code */
function check() {
  const library = readFileSync(libraryPath);
  if (readFileSync(hashesPath, "utf8") !== hashLines(library)) {
    console.error(
      "The model library or its sources changed without a build. Run npm run build:model-library.",
    );
    return 1;
  }
  const obstacle = findObstacle();
  if (obstacle !== undefined) {
    console.log(`skipped: the model library was not rebuilt for comparison, because ${obstacle}.`);
    return 0;
  }
  if (!compile().equals(library)) {
    console.error("A fresh build of the model library differs from the one checked in.");
    return 1;
  }
  console.log(`The model library is what its sources build: ${library.length} bytes.`);
  return 0;
}

/** @returns {number} the exit code */
function build() {
  const obstacle = findObstacle();
  if (obstacle !== undefined) {
    console.error(`The model library cannot be built here: ${obstacle}.`);
    return 1;
  }
  const library = compile();
  writeFileSync(libraryPath, library);
  writeFileSync(hashesPath, hashLines(library));
  console.log(`library.wasm: ${library.length} bytes`);
  return 0;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  process.exitCode = process.argv.includes("--check") ? check() : build();
