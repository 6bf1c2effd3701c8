/** The theme's colours for a canvas, which knows no tokens: read from hidden elements that wear them. */
import type { NodeFamily } from "../../domain/argument/graph.ts";

export const PALETTE_CLASSES = {
  ink: "text-ink",
  soft: "text-ink-soft",
  faint: "text-ink-faint",
  surface: "text-surface",
  focus: "text-focus",
  positive: "text-positive",
  caution: "text-caution",
  critical: "text-critical",
  evidence: "text-evidence",
  thinking: "text-thinking",
  plan: "text-plan",
  talk: "text-talk",
} as const satisfies Record<NodeFamily, string> & Record<string, string>;

export type PaletteColour = keyof typeof PALETTE_CLASSES;
export type Palette = Readonly<Record<PaletteColour, string>>;

/** Reads the colours as they are now. */
export function readPalette(root: Element): Palette {
  const colour = (name: PaletteColour): string => {
    const wearer = root.querySelector(`[data-colour="${name}"]`);
    return wearer === null ? "GrayText" : getComputedStyle(wearer).color;
  };
  return {
    ink: colour("ink"),
    soft: colour("soft"),
    faint: colour("faint"),
    surface: colour("surface"),
    focus: colour("focus"),
    positive: colour("positive"),
    caution: colour("caution"),
    critical: colour("critical"),
    evidence: colour("evidence"),
    thinking: colour("thinking"),
    plan: colour("plan"),
    talk: colour("talk"),
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
