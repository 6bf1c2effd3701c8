import { expect, test } from "vitest";
import { createFrameRequest } from "./frame-request.ts";

/** Requests whose pictures come when told, by the calm that was asked for. */
function open() {
  const asked: { readonly calmMs: number; readonly work: () => void }[] = [];
  let shown = 0;
  const request = createFrameRequest(
    (work, calmMs = 0) => void asked.push({ calmMs, work }),
    () => {
      shown += 1;
    },
  );
  const draw = (calmMs: number): void => {
    for (const each of asked.filter((one) => one.calmMs === calmMs)) each.work();
  };
  return { request, draw, calms: () => asked.map(({ calmMs }) => calmMs), shown: () => shown };
}

test("however often something changes until it is drawn, one picture is asked for", () => {
  const { request, draw, calms, shown } = open();
  for (let change = 0; change < 5; change += 1) request.ask(480);
  draw(480);
  request.ask();
  request.ask(480);
  expect([calms(), shown()]).toEqual([[480, 0], 1]);
});

test("what may not wait is drawn at once, and the calm picture that was asked for finds nothing to do", () => {
  const { request, draw, calms, shown } = open();
  request.ask(480);
  request.ask();
  request.ask(96);
  expect(calms()).toEqual([480, 0]);
  draw(0);
  expect(shown()).toBe(1);
  draw(480);
  expect(shown()).toBe(1);
});

test("what was done meanwhile is not done again", () => {
  const { request, draw, shown } = open();
  request.ask(96);
  request.callOff();
  draw(96);
  expect(shown()).toBe(0);
  request.ask(480);
  draw(480);
  expect(shown()).toBe(1);
});
