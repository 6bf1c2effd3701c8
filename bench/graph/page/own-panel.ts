/** The graph panel of the app as it is, on a desk whose facts the bench sets; moved by the pointer as a person would. */
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { createStore } from "zustand/vanilla";
import type { OpenCase } from "../../../src/contracts/vault.ts";
import { computeStrengths, rankHypotheses } from "../../../src/domain/argument/strength/strengths.ts";
import { ok } from "../../../src/shared/result.ts";
import { CorrectingContext } from "../../../src/ui/actions/correcting.ts";
import { DeskActionsContext } from "../../../src/ui/actions/desk-actions.ts";
import { DeskContext } from "../../../src/ui/desk/use-desk.ts";
import { GraphPanel } from "../../../src/ui/graph/GraphPanel.tsx";
import { createCaseSession } from "../../../src/workbench/case-session/case-session.ts";
import { createDesk, type Desk } from "../../../src/workbench/desk/desk.ts";
import type { DeskFacts } from "../../../src/workbench/desk/desk-facts.ts";
import { nextFrame, settle, type Drawn, type Point } from "./drawn.ts";
import type { Sample } from "./sample.ts";

const START: Point = { x: 640, y: 400 };

/** Strengths are the model's work, not the drawing's: they are known before the clock starts. */
export async function mountPanel(root: HTMLElement, sample: Sample): Promise<Drawn> {
  const { desk, change } = createBenchDesk(sample);
  const actions = { ask: () => undefined, settle: async () => true, say: () => undefined, isWritable: true };
  const correcting = { open: () => undefined, close: () => undefined, drafts: new Map() };
  const reactRoot = createRoot(root);
  const start = performance.now();
  reactRoot.render(
    createElement(
      DeskContext,
      { value: desk },
      createElement(
        DeskActionsContext,
        { value: actions },
        createElement(CorrectingContext, { value: correcting }, createElement(GraphPanel)),
      ),
    ),
  );
  while (root.querySelector(".react-flow__node") === null) await nextFrame();
  await settle();
  const mountMs = performance.now() - start;
  return {
    mountMs,
    show: (what) => show(root, what),
    moveBy: ({ x, y }) => point("mousemove", globalThis, { x: START.x + x, y: START.y + y }),
    change,
    remove: () => {
      reactRoot.unmount();
      root.replaceChildren();
    },
  };
}

/** The desk of an empty case with facts of its own, told of changes once a frame as the app's are. */
function createBenchDesk(sample: Sample): { readonly desk: Desk; readonly change: (next: Sample) => void } {
  const opened: OpenCase = {
    id: "bench",
    events: [],
    repair: undefined,
    readRole: () => "writer",
    append: async () => ok(undefined),
    takeOver: async () => ok(undefined),
    subscribe: () => () => undefined,
    close: async () => undefined,
  };
  let made = 0;
  const newId = (): string => `id${(made += 1)}`;
  const author = { kind: "clinician", profile: "bench" } as const;
  const session = createCaseSession({ opened, author, newId, now: () => 0 });
  const desk = createDesk({ session, newId, nextFrame: (work) => void requestAnimationFrame(work) });
  const strengths = computeStrengths(sample.graph);
  const ranking = rankHypotheses(strengths);
  const toFacts = ({ graph, leader }: Sample): DeskFacts => ({
    ...desk.facts.getState(),
    graph,
    strengths: { ...strengths, graph },
    ranking,
    leader,
  });
  const facts = createStore(() => toFacts(sample));
  let latest = sample;
  let isDue = false;
  const change = (next: Sample): void => {
    latest = next;
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      facts.setState(toFacts(latest));
    });
  };
  return { desk: { ...desk, facts }, change };
}

async function show(root: HTMLElement, what: "all" | "near"): Promise<void> {
  point("mouseup", globalThis, START);
  // A click at the very end of a drag is taken for a part of it, and does nothing.
  await settle();
  const name = what === "all" ? "Show all" : "Show the leader";
  root.querySelector<HTMLElement>(`[aria-label="${name}"]`)?.click();
  await new Promise((done) => setTimeout(done, 500));
  const pane = root.querySelector(".react-flow__pane");
  if (pane === null) throw new Error("the panel has no drawing");
  if (what === "near") {
    const deltaY = Math.log2(zoomOf(root)) * 500;
    pane.dispatchEvent(
      new WheelEvent("wheel", {
        bubbles: true,
        cancelable: true,
        deltaY,
        clientX: START.x,
        clientY: START.y,
      }),
    );
    await new Promise((done) => setTimeout(done, 400));
  }
  point("mousedown", pane, START);
  await settle();
}

function zoomOf(root: HTMLElement): number {
  const style = root.querySelector<HTMLElement>(".react-flow__viewport")?.style.transform ?? "";
  return Number(/scale\(([\d.]+)\)/u.exec(style)?.[1] ?? 1);
}

function point(type: string, target: EventTarget, { x, y }: Point): void {
  const init = { bubbles: true, cancelable: true, view: window, clientX: x, clientY: y, button: 0 };
  target.dispatchEvent(new MouseEvent(type, { ...init, buttons: type === "mouseup" ? 0 : 1 }));
}
