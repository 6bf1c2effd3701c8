/**
 * Five hundred hostile texts in every place that holds words of a note or a model, behind the real headers: nothing
 * runs, nothing is fetched, nothing is even refused by the policy, and every text stands on the screen as it came.
 */
import type { BrowserContext, Page } from "@playwright/test";
import { MAIN_BRANCH } from "../src/domain/record/events.ts";
import type { EventPayload } from "../src/domain/record/read-payload.ts";
import { expect, test } from "./harness.ts";
import { HOSTILE_TEXTS } from "./hostile-corpus.ts";
import { type SeedCase, restoreCases, seedRun } from "./seed-cases.ts";

const TITLE = `Hostile ${HOSTILE_TEXTS[0] ?? ""}`;

const FINDING = {
  kind: "finding",
  polarity: "present",
  critical: false,
  attribution: "case",
  origin: "scripted",
  citations: [{ sentence: "s1" }],
} as const;
const HYPOTHESIS = {
  kind: "hypothesis",
  id: "h1",
  mustNotMiss: false,
  attribution: "model",
  origin: "scripted",
  citations: [],
} as const;

test("five hundred hostile texts are words and nothing else, wherever they stand", async ({
  page,
  context,
  faults,
}) => {
  expect(HOSTILE_TEXTS.length).toBeGreaterThanOrEqual(500);
  expect(new Set(HOSTILE_TEXTS).size).toBe(HOSTILE_TEXTS.length);
  const heard = await listen(context, page);
  await restoreCases(page, [hostileCase()]);
  await page.getByRole("link", { name: TITLE }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);

  await test.step("in the note", () => expectShown(page, "[data-sentence] + div", HOSTILE_TEXTS));

  await test.step("in thinking, statements, lines that cannot be read, questions, answers and marks", async () => {
    await page.locator("[data-thinking]").click();
    await expect(page.getByText("q0w0").first()).toBeVisible();
    await expectShown(page, "[data-card]", HOSTILE_TEXTS);
  });

  await test.step("in the outline, as tree and as table", async () => {
    await page.getByRole("tab", { name: "Outline", exact: true }).click();
    await page.getByRole("treegrid").getByText("q0w0").first().click();
    await page.getByRole("button", { name: "Table", exact: true }).click();
    await expect(page.getByRole("table").getByText("q0w0").first()).toBeVisible();
  });

  await test.step("among the marks", async () => {
    await page.getByRole("tab", { name: "Marks", exact: true }).click();
    await expect(page.getByText("q0w1 ").first()).toBeVisible();
  });

  await test.step("in the graph from near", async () => {
    await page.getByRole("tab", { name: "Graph", exact: true }).click();
    const graph = page.getByRole("region", { name: "Graph of the argument" });
    for (let press = 0; press < 10; press += 1) await graph.getByRole("button", { name: "Zoom in" }).click();
    await expect(graph.locator(".react-flow__node").first()).toBeVisible();
  });

  await test.step("in a question that is typed, and its answer", async () => {
    const [, , typed = ""] = HOSTILE_TEXTS;
    const line = page.getByLabel("Ask about this case");
    await line.fill(`why ${typed}`);
    await line.press("Enter");
    await expect(page.getByText(typed).last()).toBeVisible();
  });

  expect(await heard(), "scripts, requests, reports, windows, elements").toEqual([]);

  await test.step("and one that did run would have been heard", async () => {
    faults.expect(/hostile\.example/u);
    await page.evaluate(() => fetch("https://hostile.example/stolen").catch(() => undefined));
    await expect.poll(heard).not.toEqual([]);
  });
});

/** The texts as title, note, thinking, statements, unread lines, questions, answers, marks and corrections. */
function hostileCase(): SeedCase {
  const findings = HOSTILE_TEXTS.map((text, index) => ({
    type: "node" as const,
    node: { ...FINDING, id: `f${index + 1}`, text },
  }));
  const leader = { ...HYPOTHESIS, text: TITLE };
  const target = { type: "node", id: "h1", quote: "", start: 0 } as const;
  const branch = MAIN_BRANCH;
  const talk = HOSTILE_TEXTS.slice(0, 30).flatMap((text, index): readonly EventPayload[] => [
    { type: "question-ask", branch, question: `q${index}`, op: "Q1", target, text },
    {
      type: "answer-give",
      answer: `a${index}`,
      question: `q${index}`,
      source: index % 2 === 0 ? "computed" : "model",
      text,
      restsOn: [],
    },
  ]);
  const marks = HOSTILE_TEXTS.map((text, index): EventPayload => {
    const of = { type: "node", id: `f${index + 1}`, quote: "", start: 0 } as const;
    return {
      type: "annotation-make",
      annotation: { id: `n${index}`, branch, target: of, comment: text, suggestion: text, verdict: "unsure" },
    };
  });
  const conclusion = { type: "conclusion" as const, leader: "h1", text: HOSTILE_TEXTS[1] ?? "" };
  const statements = [{ type: "node" as const, node: leader }, ...findings, conclusion];
  return {
    id: "hostile",
    title: TITLE,
    text: HOSTILE_TEXTS.join("\n"),
    events: [...seedRun(HOSTILE_TEXTS.join("\n"), statements, HOSTILE_TEXTS.slice(0, 50)), ...talk, ...marks],
  };
}

/** Everything that would show that a text was more than text. */
async function listen(context: BrowserContext, page: Page): Promise<() => Promise<readonly string[]>> {
  const heard: string[] = [];
  context.on("request", (request) => {
    if (/stolen|hostile\.example/iu.test(request.url())) heard.push(`request ${request.url()}`);
  });
  context.on("page", () => void heard.push("a window"));
  page.on("dialog", () => void heard.push("a dialog"));
  page.on("download", () => void heard.push("a download"));
  page.on("frameattached", () => void heard.push("a frame"));
  await page.addInitScript(() => {
    const reports: string[] = [];
    Object.assign(window, { reports });
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
      reports.push(`report ${effectiveDirective} ${blockedURI}`),
    );
  });
  return async () => [
    ...heard,
    ...(await page.evaluate(() => {
      const { stolen, reports } = window as unknown as {
        readonly stolen: unknown;
        readonly reports: readonly string[];
      };
      const made = document.querySelectorAll(
        "main :is(img, script, iframe, object, embed, video, audio, base, meta, link, style, math, marquee, form)",
      );
      const sent = document.querySelectorAll(
        'a[href*="stolen" i], main [src], [style*="stolen"], script:not([src^="/assets/"])',
      );
      const leaked = Object.hasOwn(Object.prototype, "stolen") ? ["a prototype"] : [];
      const foreign = [...made, ...sent].map((element) => `element ${element.tagName}`);
      return [...reports, ...foreign, ...leaked, ...(stolen === undefined ? [] : ["a script"])];
    })),
  ];
}

/** Less than a block of rows, which is drawn whole. */
const STEP_PIXELS = 1200;

/**
 * Panels draw what is in sight, so they are read on the way down; white space is laid out and sentences are cut, so both
 * texts are compared without it.
 */
async function expectShown(page: Page, selector: string, texts: readonly string[]): Promise<void> {
  const shown = await page
    .locator(selector)
    .first()
    .evaluate(
      async (first, { parts, step }) => {
        const list = first.closest("ol, section") ?? document.body;
        let scroller: Element = list;
        while (scroller.parentElement !== null && !/auto|scroll/u.test(getComputedStyle(scroller).overflowY))
          scroller = scroller.parentElement;
        const seen: string[] = [];
        for (let top = 0; top < scroller.scrollHeight; top += step) {
          scroller.scrollTo({ top });
          for (let frame = 0; frame < 3; frame += 1) await new Promise((done) => requestAnimationFrame(done));
          seen.push(...Array.from(list.ownerDocument.querySelectorAll(parts), (part) => part.textContent));
        }
        return seen.join("");
      },
      { parts: selector, step: STEP_PIXELS },
    );
  expect(missing(shown, texts), "texts that are not shown as they came").toEqual([]);
}

function missing(shown: string, texts: readonly string[]): readonly string[] {
  const squeezed = squeeze(shown);
  return texts.filter((text) => !squeezed.includes(squeeze(text)));
}

function squeeze(text: string): string {
  return text.replaceAll(/\s+/gu, "");
}
