import { expect, test } from "vitest";
import { attacks, finding, graphOf, hypothesis, supports } from "../../../domain/argument/graph-samples.ts";
import { computeStrengths } from "../../../domain/argument/strength/strengths.ts";
import { createPlacer } from "../../../workbench/graph-view/places.ts";
import { createSceneKeeper } from "../../../workbench/graph-view/scene.ts";
import { NO_FILTER } from "../../../workbench/graph-view/scene-filter.ts";
import { viewOfAll } from "../../../workbench/graph-view/view.ts";
import { PALETTE_CLASSES, type Palette } from "../palette.ts";
import { drawSvg } from "./draw-svg.ts";
import { breakLines, escapeXml } from "./svg-text.ts";

const HOSTILE = `</text><script href="https://evil.example/x">alert("1")</script>\u0000\u0008 & 'q'`;
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the entries are made from the very keys
const PALETTE = Object.fromEntries(Object.keys(PALETTE_CLASSES).map((name) => [name, "#123456"])) as Palette;
const measure = (text: string) => text.length * 7;

function draw(width: number) {
  const graph = graphOf(
    [finding("f"), { ...finding("g"), text: HOSTILE }, hypothesis("a")],
    [supports("f", "a"), attacks("g", "a")],
  );
  const scene = createSceneKeeper()(graph, createPlacer().follow(graph), NO_FILTER);
  const strengths = computeStrengths(graph);
  const frame = { width, height: width };
  return drawSvg({
    scene,
    frame,
    view: viewOfAll(scene.bounds, frame),
    palette: PALETTE,
    leader: "a",
    named: ["g", "a"],
    measure,
    day: "2026-11-21",
    lookOf: (id) => {
      const node = graph.nodes.get(id);
      return (
        node && {
          node,
          strength: strengths.byNode.get(id),
          strengthWord: "strong",
          marks: [],
          isLeader: id === "a",
        }
      );
    },
  });
}

test.each([
  ["cards", 900],
  ["boxes", 120],
])("as %s, hostile words stay words and nothing outside is named", (_, width) => {
  const { text } = draw(width);
  const tags = text.replaceAll(/>[^<]*</gu, "><").replace('xmlns="http://www.w3.org/2000/svg"', "");
  expect(tags).not.toMatch(/script|href|url\(|import|image|foreign| on\w+=|http/iu);
  expect(text).not.toContain("\u0000");
  expect(text).toContain("&lt;/text&gt;");
});

test("every tag that is opened is closed, in order", () => {
  const open: string[] = [];
  const closed: (string | undefined)[][] = [];
  for (const [, slash, name = "", rest = ""] of draw(900).text.matchAll(/<(\/?)(\w+)([^>]*)>/gu)) {
    if (slash === "/") closed.push([name, open.pop()]);
    else if (!rest.endsWith("/")) open.push(name);
  }
  expect([open, closed.filter(([name, opened]) => name !== opened)]).toEqual([[], []]);
});

test("the picture says who made it and what a bar is not", () => {
  const { text } = draw(900);
  expect(text).toContain("Curbside, 2026-11-21: from a scripted walk-through, not a model.");
  expect(text).toContain("not the probability of a disease");
  expect(text).toContain("speaks against");
});

test("words are broken into lines that fit, the last one shortened", () => {
  const width = { width: 70, most: 2, font: "" };
  expect(breakLines("one two three four five six", width, measure)).toEqual(["one two", "three fou…"]);
  expect(breakLines("one", width, measure)).toEqual(["one"]);
  expect(breakLines("", width, measure)).toEqual([]);
  expect(escapeXml('a<b>&"')).toBe("a&lt;b&gt;&amp;&quot;");
});
