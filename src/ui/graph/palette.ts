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
  parent.append(wearer);
  const toPlain = createPlainer();
  const entries = Object.entries(PALETTE_CLASSES).map(([name, className]) => {
    wearer.className = className;
    return [name, toPlain(getComputedStyle(wearer).color)] as const;
  });
  wearer.remove();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the entries are made from the very keys
  return Object.fromEntries(entries) as Palette;
}

/**
 * Colours as every program knows them. The theme's are written in a way that only browsers read, and with which a canvas
 * draws several times slower.
 */
function createPlainer(): (colour: string) => string {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return (colour) => {
    if (context === null) return colour;
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  };
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
