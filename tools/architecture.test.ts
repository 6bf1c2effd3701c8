import { readFileSync, readdirSync, existsSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";

type Arrows = ReadonlyMap<string, readonly string[]>;

/** The arrows of the picture, folder to the folders that it names. */
function drawnArrows(): Arrows {
  const picture = /```mermaid\n([\s\S]*?)```/u.exec(readFileSync("ARCHITECTURE.md", "utf8"))?.[1] ?? "";
  const arrows = new Map<string, string[]>();
  for (const line of picture.split("\n").slice(1)) {
    const [from, to] = line.trim().split(" --> ");
    if (from === undefined || from === "") continue;
    arrows.set(from, [...(arrows.get(from) ?? []), ...(to === undefined ? [] : [to])]);
  }
  return arrows;
}

/** The arrows that the compiler enforces. */
function enforcedArrows(): Arrows {
  const folders = readdirSync("src").filter((name) => existsSync(`src/${name}/tsconfig.json`));
  return new Map(
    folders.map((name): [string, readonly string[]] => {
      const project = JSON.parse(readFileSync(`src/${name}/tsconfig.json`, "utf8")) as {
        readonly references?: readonly { readonly path: string }[];
      };
      return [name, (project.references ?? []).map(({ path }) => basename(path))];
    }),
  );
}

/** Everything that each folder may import, near or far. */
function reach(arrows: Arrows): Readonly<Record<string, readonly string[]>> {
  const from = (name: string): readonly string[] =>
    (arrows.get(name) ?? []).flatMap((to) => [to, ...from(to)]);
  const names = new Set([...arrows.keys(), ...[...arrows.values()].flat()]);
  return Object.fromEntries([...names].toSorted().map((name) => [name, [...new Set(from(name))].toSorted()]));
}

test("the picture in ARCHITECTURE.md is what the compiler enforces", () => {
  expect(reach(drawnArrows())).toEqual(reach(enforcedArrows()));
});
