/** The camera and the hand of the demo: a picture every half second, a caption at the foot, a dot where it presses. */
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";

export type DemoStage = {
  /** Shows a caption and holds the picture for so many seconds. */
  readonly say: (caption: string, seconds: number) => Promise<void>;
  /** Goes to a control so that it can be followed by eye, and presses it. */
  readonly press: (control: Locator) => Promise<void>;
  /** Ends the recording. */
  readonly end: () => Promise<DemoRecord>;
};

export type DemoRecord = {
  readonly frames: number;
  /** A line for each caption: when it begins, and its words. */
  readonly captions: string;
  /** A page that plays the frames. */
  readonly player: string;
};

const FRAME_MS = 500;
const HAND_MS = 700;

/** Records from now on. */
export function createDemoStage(page: Page, folder: string): DemoStage {
  const captions: string[] = [];
  let [frames, caption] = [0, ""];
  const ended = new AbortController();
  const record = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      const next = page.waitForTimeout(FRAME_MS);
      // A picture that is asked for while the page changes its document is left out.
      const name = `frame-${String(frames + 1).padStart(4, "0")}.png`;
      const taken = await page.screenshot({ path: join(folder, name) }).catch(() => undefined);
      if (taken !== undefined) frames += 1;
      await next;
    }
  };
  const recording = record();
  return {
    say: async (words, seconds) => {
      caption = words;
      captions.push(`${clock(frames * FRAME_MS)}  ${words}`);
      await page.evaluate(showCaption, caption);
      await page.waitForTimeout(seconds * 1000);
    },
    press: async (control) => {
      await control.scrollIntoViewIfNeeded();
      const box = await control.boundingBox();
      if (box !== null)
        await page.evaluate(showHand, [box.x + box.width / 2, box.y + box.height / 2] as const);
      await page.waitForTimeout(HAND_MS);
      await control.click();
      if (caption !== "") await page.evaluate(showCaption, caption);
    },
    end: async () => {
      ended.abort();
      await recording;
      return { frames, captions: `${captions.join("\n")}\n`, player: createPlayer(frames) };
    },
  };
}

/** "1:05" */
function clock(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function showCaption(words: string): void {
  let line = document.querySelector<HTMLElement>("#demo-caption");
  if (line === null) {
    line = document.createElement("p");
    line.id = "demo-caption";
    line.ariaHidden = "true";
    Object.assign(line.style, {
      position: "fixed",
      insetInline: "0",
      bottom: "1.5rem",
      zIndex: "1000",
      width: "fit-content",
      maxWidth: "60rem",
      margin: "0 auto",
      padding: "0.6rem 1.4rem",
      borderRadius: "0.75rem",
      font: "600 1.375rem/1.35 Inter, sans-serif",
      color: "white",
      background: "rgb(10 25 35 / 0.92)",
      pointerEvents: "none",
    });
    document.body.append(line);
  }
  line.textContent = words;
}

function showHand([x, y]: readonly [number, number]): void {
  let dot = document.querySelector<HTMLElement>("#demo-hand");
  if (dot === null) {
    dot = document.createElement("span");
    dot.id = "demo-hand";
    dot.ariaHidden = "true";
    Object.assign(dot.style, {
      position: "fixed",
      zIndex: "1001",
      width: "1.75rem",
      height: "1.75rem",
      margin: "-0.875rem",
      borderRadius: "50%",
      border: "3px solid rgb(210 70 20)",
      background: "rgb(210 70 20 / 0.25)",
      transition: "left 0.4s, top 0.4s",
      pointerEvents: "none",
    });
    document.body.append(dot);
  }
  Object.assign(dot.style, { left: `${x}px`, top: `${y}px` });
}

function createPlayer(frames: number): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Curbside in two minutes</title>
<style>body{margin:0;background:#111}img{display:block;margin:auto;max-width:100%;max-height:100vh}</style>
<img alt="The demo, as captions.txt tells it" src="frame-0001.png">
<script>
let frame = 0;
const image = document.querySelector("img");
setInterval(() => {
  frame = (frame % ${frames}) + 1;
  image.src = \`frame-\${String(frame).padStart(4, "0")}.png\`;
}, ${FRAME_MS});
</script>
</html>
`;
}
