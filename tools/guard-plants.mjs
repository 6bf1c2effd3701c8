/**
 * The forbidden things, one each, and the guard that must catch it. `lines` are planted as a file, or `change` edits one
 * that is there; `sign` is what the guard has to say about it, so that a guard that is red for another reason does not
 * count.
 */

/** @typedef {"types" | "lint" | "arrows" | "dead" | "format" | "policy" | "hosts" | "size" | "notices"} GuardName */
/**
 * @typedef {object} Plant
 * @property {string} name what is forbidden
 * @property {GuardName} guard
 * @property {Readonly<Record<string, string>>} [files] planted, by path
 * @property {{ readonly path: string, readonly from: string | RegExp, readonly to: string }} [change]
 * @property {RegExp} sign
 */

const many = (/** @type {number} */ count, /** @type {(index: number) => string} */ line) =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");

/** @type {readonly Plant[]} */
const typePlants = [
  {
    name: "the domain touches the page",
    guard: "types",
    files: {
      "src/domain/record/planted.ts": "export const width = (): number => document.body.clientWidth;\n",
    },
    sign: /domain\/record\/planted\.ts.*TS2584/,
  },
  {
    name: "the domain reaches for the network",
    guard: "types",
    files: { "src/domain/record/planted.ts": 'export const ask = (): unknown => fetch("/");\n' },
    sign: /domain\/record\/planted\.ts.*TS2304/,
  },
  {
    name: "the domain waits",
    guard: "types",
    files: { "src/domain/record/planted.ts": "export const wait = (): unknown => setTimeout(() => 1, 1);\n" },
    sign: /domain\/record\/planted\.ts.*TS2304/,
  },
  {
    name: "an engine imports storage",
    guard: "types",
    files: {
      "src/storage/planted-store.ts": "export type Store = { readonly open: boolean };\n",
      "src/engines/planted.ts":
        'import type { Store } from "../storage/planted-store.ts";\nexport type Engine = Store;\n',
    },
    sign: /engines\/planted\.ts.*TS6307/,
  },
  {
    name: "the screen imports engines",
    guard: "types",
    files: {
      "src/engines/planted-engine.ts": "export const engine = 1;\n",
      "src/ui/planted.ts":
        'import { engine } from "../engines/planted-engine.ts";\nexport const shown = engine;\n',
    },
    sign: /ui\/planted\.ts.*TS6307/,
  },
  {
    name: "the domain imports a contract",
    guard: "types",
    files: {
      "src/contracts/planted-contract.ts": "export type Contract = string;\n",
      "src/domain/record/planted.ts":
        'import type { Contract } from "../../contracts/planted-contract.ts";\nexport type Text = Contract;\n',
    },
    sign: /domain\/record\/planted\.ts.*TS6307/,
  },
];

/** @type {readonly Plant[]} */
const lintPlants = [
  {
    name: "the domain reads the clock",
    guard: "lint",
    files: { "src/domain/record/planted.ts": "export const now = (): number => Date.now();\n" },
    sign: /no-restricted-globals/,
  },
  {
    name: "the domain throws dice",
    guard: "lint",
    files: { "src/domain/record/planted.ts": "export const dice = (): number => Math.random();\n" },
    sign: /no-restricted-properties/,
  },
  {
    name: "a panel writes HTML",
    guard: "lint",
    files: {
      "src/ui/planted.ts":
        "export const show = (box: Element, text: string): void => {\n  box.innerHTML = text;\n};\n",
    },
    sign: /no-restricted-properties/,
  },
  {
    name: "case text could reach the console",
    guard: "lint",
    files: { "src/workbench/planted.ts": "export const tell = (text: string): void => console.log(text);\n" },
    sign: /no-console/,
  },
  {
    name: "a file over the limit",
    guard: "lint",
    files: { "src/shared/planted.ts": `${many(301, (index) => `export const value${index} = ${index};`)}\n` },
    sign: /\(max-lines\)/,
  },
  {
    name: "a function over the limit",
    guard: "lint",
    files: {
      "src/shared/planted.ts": `export function long(values: number[]): void {\n${many(61, (index) => `  values.push(${index});`)}\n}\n`,
    },
    sign: /max-lines-per-function/,
  },
  {
    name: "a default export",
    guard: "lint",
    files: { "src/shared/planted.ts": "const value = 1;\nexport default value;\n" },
    sign: /no-default-export/,
  },
  {
    name: "a barrel",
    guard: "lint",
    files: {
      "src/shared/planted.ts": 'export * from "./planted-one.ts";\n',
      "src/shared/planted-one.ts": "export const one = 1;\n",
    },
    sign: /no-barrel-file/,
  },
  {
    name: "a file name in another case",
    guard: "lint",
    files: { "src/shared/plantedFile.ts": "export const one = 1;\n" },
    sign: /filename-case/,
  },
  {
    name: "a cycle",
    guard: "lint",
    files: {
      "src/shared/planted.ts":
        'import { two } from "./planted-two.ts";\nexport const one = (): number => two();\n',
      "src/shared/planted-two.ts":
        'import { one } from "./planted.ts";\nexport const two = (): number => one();\n',
    },
    sign: /no-cycle/,
  },
  {
    name: "a promise nobody waits for",
    guard: "lint",
    files: {
      "src/shared/planted.ts":
        "const save = (): Promise<void> => Promise.resolve();\nexport function leave(): void {\n  save();\n}\n",
    },
    sign: /no-floating-promises/,
  },
  {
    name: "a case of a union forgotten",
    guard: "lint",
    files: {
      "src/shared/planted.ts":
        'export function read(type: "a" | "b"): number {\n  switch (type) {\n    case "a":\n      return 1;\n  }\n  return 0;\n}\n',
    },
    sign: /switch-exhaustiveness-check/,
  },
  {
    name: "any",
    guard: "lint",
    files: { "src/shared/planted.ts": "export const read = (value: any): string => String(value);\n" },
    sign: /no-explicit-any/,
  },
];

/** @type {readonly Plant[]} */
const arrowPlants = [
  {
    name: "a panel imports a panel",
    guard: "arrows",
    files: { "src/ui/cases/planted.ts": 'export { CasePage } from "../case/CasePage.tsx";\n' },
    sign: /ui\/cases\/planted\.ts: ui\/cases may not import ui\/case/,
  },
  {
    name: "the case text knows the argument",
    guard: "arrows",
    files: { "src/domain/case-text/planted.ts": 'export { moveOf } from "../argument/legal-moves.ts";\n' },
    sign: /case-text\/planted\.ts: domain\/case-text may not import domain\/argument/,
  },
  {
    name: "a folder of the domain without arrows",
    guard: "arrows",
    files: { "src/domain/planted/planted.ts": 'export { a } from "../record/a.ts";\n' },
    sign: /src\/domain\/planted has no arrows yet/,
  },
  {
    name: "React below the screen",
    guard: "arrows",
    files: { "src/workbench/planted.ts": 'export { useState } from "react";\n' },
    sign: /workbench\/planted\.ts: react belongs to/,
  },
  {
    name: "WebLLM outside its folder",
    guard: "arrows",
    files: { "src/engines/planted.ts": 'export const load = () => import("@mlc-ai/web-llm");\n' },
    sign: /engines\/planted\.ts: @mlc-ai\/web-llm belongs to/,
  },
  {
    name: "the model page knows storage",
    guard: "arrows",
    files: { "src/models-page/planted.ts": 'export * from "../storage/read-storage-status.ts";\n' },
    sign: /models-page\/planted\.ts: src\/models-page stands apart/,
  },
];

/** @type {readonly Plant[]} */
const otherPlants = [
  {
    name: "an export that nobody uses",
    guard: "dead",
    change: { path: "src/shared/assert.ts", from: /$/, to: "\nexport const plantedAndUnused = 1;\n" },
    sign: /plantedAndUnused/,
  },
  {
    name: "a file that nobody uses",
    guard: "dead",
    files: { "src/shared/planted-and-unused.ts": "export const one = 1;\n" },
    sign: /planted-and-unused\.ts/,
  },
  {
    name: "a file in another format",
    guard: "format",
    files: { "src/shared/planted.ts": "export const one=1\n" },
    sign: /planted\.ts/,
  },
  {
    name: "a header dropped",
    guard: "policy",
    change: { path: "tools/headers.mjs", from: '  "Cross-Origin-Opener-Policy": "same-origin",\n', to: "" },
    sign: /FAIL/,
  },
  {
    name: "the allowlist dropped",
    guard: "policy",
    change: { path: "tools/headers.mjs", from: '"Connection-Allowlist": ', to: '"X-Planted": ' },
    sign: /FAIL/,
  },
  {
    name: "the workbench may reach the model hosts",
    guard: "policy",
    change: {
      path: "tools/headers.mjs",
      from: '["connect-src", "\'self\'"]',
      to: '["connect-src", "\'self\'", "https://huggingface.co"]',
    },
    sign: /FAIL/,
  },
  {
    name: "the app in place of a missing asset",
    guard: "policy",
    change: {
      path: "tools/serve.mjs",
      from: 'return { type: "file" };',
      to: 'return { type: "document", name: "index.html", status: 200 };',
    },
    sign: /FAIL/,
  },
  {
    name: "an nginx example that sends something else",
    guard: "hosts",
    change: { path: "hosting/nginx.conf", from: /add_header Connection-Allowlist [^\n]+\n/, to: "" },
    sign: /FAIL/,
  },
  {
    name: "an entry chunk over the budget",
    guard: "size",
    change: { path: "dist/assets/frame-*.js", from: /$/, to: "RANDOM" },
    sign: /TOO HEAVY\s+index\.html/,
  },
  {
    name: "a shipped package without its notice",
    guard: "notices",
    change: { path: "THIRD-PARTY-NOTICES.md", from: /\n## react-dom [\s\S]*?\n(?=## )/, to: "\n" },
    sign: /not current/,
  },
];

export const plants = [...typePlants, ...lintPlants, ...arrowPlants, ...otherPlants];
