/**
 * `npm run demo`: two minutes of the built app, driven through the journey of a newcomer and recorded. Writes into
 * `demo/` one picture every half second with its caption in it, the captions as a text file with their times, and a
 * page that plays both; then says where they are.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { startServer } from "../tools/serve.mjs";
import { createDemoStage, type DemoStage } from "./demo-stage.ts";
import { createProfile, openProfile } from "./harness.ts";
import { CaseScreen } from "./page-models/case-screen.ts";

const FOLDER = "demo";
const VIEWPORT = { width: 1440, height: 900 };
const TITLE = "Delirium after missed tablets";

async function play(page: Page, stage: DemoStage): Promise<void> {
  const { press, say } = stage;
  const screen = new CaseScreen(page);
  const button = (name: string | RegExp) => page.getByRole("button", { name }).last();
  await page.goto("/teach");
  await say("Curbside: a case is opened from the teaching library. Nothing is sent anywhere.", 4);
  await press(button(`Open in the workbench: ${TITLE}`));
  await press(button("Nowhere: a temporary workspace"));
  await say("The note, cut into numbered sentences. Every statement must cite them.", 5);
  await press(screen.run.getByRole("button", { name: "Start the walk-through" }));
  await say(
    "A walk-through written in advance, and labelled so. With a model installed, the model reasons.",
    7,
  );
  await say("First it thinks in free text, then it commits: each statement becomes a card and a node.", 6);
  await screen.run.getByText("Finished").waitFor({ timeout: 90_000 });
  await say("It has ended. One hypothesis leads; its strength is no probability.", 5);
  await ask(page, stage, "Why thyroid storm?", "Why? Answered at once from the argument, without any model.");
  await ask(page, stage, "Why not sepsis?", "Why not something else? The reasons on both sides.");
  await ask(
    page,
    stage,
    "What would change your mind?",
    "What would change its mind? Three findings carry the leader.",
  );
  await press(page.getByRole("tab", { name: "Outline", exact: true }));
  await say("The outline holds the same argument, for the keyboard and for screen readers.", 4);
  for (const finding of ["Stopped antithyroid drug", "Diarrhoea and vomiting", "Goitre with bruit"])
    await take(page, stage, finding, "Retract", `Taken out: ${finding}. All strengths move at once.`);
  await say("Now another hypothesis leads, and what rested on the findings is marked out of date.", 6);
  await take(
    page,
    stage,
    "Fast irregular pulse",
    "Accept",
    "A step is judged. Verdicts stay apart from the model's words.",
  );
  await press(button("Undo"));
  await say("Everything can be undone, and the record keeps all that ever happened.", 5);
  await press(button("Run only these again"));
  await say("Only what went out of date is run again, on a branch of its own. Both versions stay.", 5);
  await screen.run.getByText("Finished").waitFor({ timeout: 90_000 });
  await press(page.getByRole("tab", { name: "Graph", exact: true }));
  await say("The same argument, drawn: what supports, what speaks against, and who leads.", 7);
  await say("Supports a clinician's judgement and does not replace it.", 4);
}

async function ask(page: Page, { press, say }: DemoStage, words: string, caption: string): Promise<void> {
  const line = page.getByLabel("Ask about this case");
  await press(line);
  await line.pressSequentially(words, { delay: 45 });
  await line.press("Enter");
  await say(caption, 6);
}

async function take(
  page: Page,
  { press, say }: DemoStage,
  step: string,
  action: string,
  caption: string,
): Promise<void> {
  await press(page.getByRole("row", { name: new RegExp(`Finding: ${step}`, "u") }).first());
  await press(page.locator("[data-selected] [data-correct]"));
  await press(page.getByRole("menuitem", { name: action, exact: true }));
  await say(caption, 3);
}

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const server = await startServer({ folder: "dist" });
const profile = createProfile();
const context = await openProfile(profile.folder, {
  baseURL: server.url,
  viewport: VIEWPORT,
  colorScheme: "light",
});
const page = context.pages()[0] ?? (await context.newPage());
const stage = createDemoStage(page, FOLDER);
await play(page, stage);
const { frames, captions, player } = await stage.end();
writeFileSync(join(FOLDER, "captions.txt"), captions);
writeFileSync(join(FOLDER, "index.html"), player);
await context.close();
profile.remove();
await server.close();
process.stdout.write(
  `${frames} frames, captions.txt and index.html (open it to play them) are in ${FOLDER}/\n`,
);
