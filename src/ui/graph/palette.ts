/** The theme's colours for a canvas, which knows no tokens: read from elements that wear them for a moment. */
import type { NodeFamily } from "../../domain/argument/graph.ts";

export const PALETTE_CLASSES = {
  ink: "text-ink",
  soft: "text-ink-soft",
  faint: "text-ink-faint",
  canvas: "text-canvas",
  surface: "text-surface",
  line: "text-line",
  focus: "text-focus",
  accent: "text-accent",
  positive: "text-positive",
  caution: "text-caution",
  critical: "text-critical",
  evidence: "text-evidence",
  thinking: "text-thinking",
  plan: "text-plan",
  talk: "text-talk",
  evidenceLine: "text-evidence-line",
  thinkingLine: "text-thinking-line",
  planLine: "text-plan-line",
  talkLine: "text-talk-line",
} as const satisfies Record<NodeFamily | `${NodeFamily}Line`, string> & Record<string, string>;

export type PaletteColour = keyof typeof PALETTE_CLASSES;
export type Palette = Readonly<Record<PaletteColour, string>>;

/** Reads the colours as they are now, inside that element; with a theme, as they would be in it. */
export function readPalette(parent: Element, theme?: "light"): Palette {
  const wearer = document.createElement("span");
  wearer.hidden = true;
  if (theme !== undefined) wearer.dataset["theme"] = theme;
  // All are put on before the first is read, so that the browser styles the page once and not for each.
  const worn = Object.entries(PALETTE_CLASSES).map(([name, className]) => {
    const part = document.createElement("i");
    part.className = className;
    wearer.append(part);
    return { name, part };
  });
  parent.append(wearer);
  const colours = toPlain(worn.map(({ part }) => getComputedStyle(part).color));
  wearer.remove();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the entries are made from the very keys
  return Object.fromEntries(worn.map(({ name }, at) => [name, colours[at]])) as Palette;
}

/**
 * Colours as every program knows them. The theme's are written in a way that only browsers read, and with which a canvas
 * draws several times slower.
 */
function toPlain(colours: readonly string[]): readonly string[] {
  const canvas = document.createElement("canvas");
  canvas.width = colours.length;
  canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) return colours;
  for (const [at, colour] of colours.entries()) {
    context.fillStyle = colour;
    context.fillRect(at, 0, 1, 1);
  }
  const { data } = context.getImageData(0, 0, colours.length, 1);
  return colours.map((_, at) => {
    const parts = [...data.subarray(at * 4, at * 4 + 3)];
    return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  });
}

/** Calls when the theme may have changed, until told to stop. */
export function watchTheme(changed: () => void): () => void {
  const queries = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "(forced-colors: active)"].map(
    (query) => matchMedia(query),
  );
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  for (const query of queries) query.addEventListener("change", changed);
  return () => {
    observer.disconnect();
    for (const query of queries) query.removeEventListener("change", changed);
  };
}
