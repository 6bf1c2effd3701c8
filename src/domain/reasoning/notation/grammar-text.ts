/**
 * Grammar to text, for the two engines. The formats share their shape and part over escapes: in a character class
 * llama.cpp's GBNF knows no `\-` and takes a dash as itself only at the end, XGrammar reads `\xHH` with as many
 * hex digits as follow, so that codes are written with exactly four digits in both.
 */
import { assertNever } from "../../../shared/assert.ts";
import type { CodeRange, Expression, Grammar } from "./expressions.ts";

type Dialect = { readonly id: "xgrammar" | "gbnf" };

/** EBNF as XGrammar reads it (WebLLM). */
export function grammarToXGrammar(grammar: Grammar): string {
  return render(grammar, { id: "xgrammar" });
}

/** GBNF as llama.cpp reads it (wllama). */
export function grammarToGbnf(grammar: Grammar): string {
  return render(grammar, { id: "gbnf" });
}

function render(grammar: Grammar, dialect: Dialect): string {
  return [...grammar].map(([name, rule]) => `${name} ::= ${renderTop(rule, dialect)}\n`).join("");
}

function renderTop(expression: Expression, dialect: Dialect): string {
  return expression.type === "choice"
    ? expression.options.map((option) => renderExpression(option, dialect)).join(" | ")
    : renderExpression(expression, dialect);
}

function renderExpression(expression: Expression, dialect: Dialect): string {
  switch (expression.type) {
    case "literal":
      return `"${Array.from(expression.text)
        .map((character) => escapeLiteral(character))
        .join("")}"`;
    case "class":
      return renderClass(expression.negated, expression.ranges, dialect);
    case "rule":
      return expression.name;
    case "sequence":
      return expression.parts.map((part) => renderExpression(part, dialect)).join(" ");
    case "choice":
      return `(${renderTop(expression, dialect)})`;
    case "repeat":
      return `${renderAtom(expression.of, dialect)}${quantifier(expression.min, expression.max)}`;
    default:
      return assertNever(expression);
  }
}

function renderAtom(expression: Expression, dialect: Dialect): string {
  const text = renderExpression(expression, dialect);
  return expression.type === "sequence" || expression.type === "repeat" ? `(${text})` : text;
}

function quantifier(min: number, max: number | undefined): string {
  if (max === undefined) return min === 0 ? "*" : min === 1 ? "+" : `{${min},}`;
  if (min === 0 && max === 1) return "?";
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

const LITERAL_ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\\", "\\\\"],
  ['"', '\\"'],
]);

function escapeLiteral(character: string): string {
  const known = LITERAL_ESCAPES.get(character);
  if (known !== undefined) return known;
  const code = character.codePointAt(0) ?? 0;
  return code >= 0x20 && code < 0x7f ? character : fourDigits(code);
}

/** Both formats take `\uHHHH` with exactly four digits, and any other character as it stands. */
function fourDigits(code: number): string {
  return code > 0xffff
    ? String.fromCodePoint(code)
    : `\\u${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

function renderClass(negated: boolean, ranges: readonly CodeRange[], dialect: Dialect): string {
  const dash = ranges.some(([from, to]) => from === 0x2d && to === 0x2d);
  const others = ranges.filter(([from, to]) => !(from === 0x2d && to === 0x2d));
  const body = others.map(([from, to]) =>
    from === to ? classCode(from) : `${classCode(from)}-${classCode(to)}`,
  );
  const last = !dash ? "" : dialect.id === "gbnf" ? "-" : "\\-";
  return `[${negated ? "^" : ""}${body.join("")}${last}]`;
}

function classCode(code: number): string {
  const character = String.fromCodePoint(code);
  return /[A-Za-z0-9]/.test(character) ? character : fourDigits(code);
}
