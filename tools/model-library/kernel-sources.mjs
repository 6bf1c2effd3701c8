/**
 * Turns the kernels in `kernels/` into the C++ table that the library is built with, and reads from their bindings how
 * WebLLM has to launch them, so that a kernel is described in one place only.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** @type {Readonly<Record<string, string>>} */
const numberNames = { i32: "int32", u32: "uint32", f32: "float32" };

/**
 * The names of `enum class Kernel`, which decides the order.
 * @param {string} folder
 */
function readKernelNames(folder) {
  const header = readFileSync(join(folder, "source/kernels.h"), "utf8");
  const body = /enum class Kernel : int \{([^}]*)\}/.exec(header)?.[1] ?? "";
  return [...body.matchAll(/\w+/g)].map(([name]) => name).filter((name) => name !== "Count");
}

/** @param {string} name */
function withoutCapitals(name) {
  return name.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

/**
 * WebLLM's description of a kernel: what is bound, what is written, and the two sizes of the launch.
 * @param {string} entry
 * @param {string} text
 */
function describeKernel(entry, text) {
  const buffers = [...text.matchAll(/@binding\(\d+\) var<storage, (read|read_write)>/g)];
  const fields = /struct Scalars \{([^}]*)\}/.exec(text)?.[1] ?? "";
  const scalars = [...fields.matchAll(/(\w+) : (\w+)/g)].filter(([, name]) => name !== "gridWidth");
  const written = buffers.map(([, access]) => (access === "read_write" ? 1 : 0));
  return JSON.stringify({
    name: entry,
    arg_types: [...buffers.map(() => "handle"), ...scalars.map(([, , type]) => numberNames[type ?? ""])],
    launch_param_tags: ["blockIdx.x", "blockIdx.y", `paramWriteAccess:[${written.join(",")}]`],
  });
}

/** @param {string} text */
function withoutComments(text) {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.trim().startsWith("//"))
    .map((line) => line.trim())
    .join("\n");
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {"f32" | "q4"} weights
 */
function writeSource(folder, name, weights) {
  const file = join(folder, "kernels", withoutCapitals(name));
  const path = existsSync(`${file}.${weights}.wgsl`) ? `${file}.${weights}.wgsl` : `${file}.wgsl`;
  const text = readFileSync(path, "utf8");
  const entry = name.charAt(0).toLowerCase() + name.slice(1);
  if (!text.includes(`fn ${entry}(`)) throw new Error(`${path} has no entry point named ${entry}`);
  return `{"${entry}", R"json(${describeKernel(entry, text)})json", R"wgsl(${withoutComments(text)}\n)wgsl"}`;
}

/**
 * The C++ table of all kernels, each for plain and for quantised weights.
 * @param {string} folder
 */
export function writeKernelSources(folder) {
  const rows = readKernelNames(folder).map(
    (name) => `  {${writeSource(folder, name, "f32")},\n   ${writeSource(folder, name, "q4")}},`,
  );
  return `constexpr KernelChoice kChoices[] = {\n${rows.join("\n")}\n};\n`;
}
