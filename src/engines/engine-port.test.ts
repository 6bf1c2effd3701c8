import { expect, test } from "vitest";
import { createScopePort, createWorkerPort } from "./engine-port.ts";

/** As much of a worker as a port touches, from outside and from inside. */
class FakeWorker extends EventTarget {
  readonly posted: unknown[] = [];
  isOver = false;
  postMessage(message: unknown): void {
    this.posted.push(message);
  }
  terminate(): void {
    this.isOver = true;
  }
  close(): void {
    this.isOver = true;
  }
}

test("the page's end of a worker passes everything on, and every kind of failure", () => {
  const worker = new FakeWorker();
  const port = createWorkerPort(worker);
  const heard: unknown[] = [];
  port.listen({ onMessage: (data) => heard.push(data), onFailure: () => heard.push("failure") });
  port.post("ask");
  worker.dispatchEvent(new MessageEvent("message", { data: "answer" }));
  worker.dispatchEvent(new Event("error"));
  worker.dispatchEvent(new Event("messageerror"));
  port.close();
  expect(worker.posted).toEqual(["ask"]);
  expect(heard).toEqual(["answer", "failure", "failure"]);
  expect(worker.isOver).toBe(true);
});

test("a worker's own end speaks to the page that started it", () => {
  const scope = new FakeWorker();
  const port = createScopePort(scope);
  const heard: unknown[] = [];
  port.listen({ onMessage: (data) => heard.push(data), onFailure: () => undefined });
  port.post("answer");
  scope.dispatchEvent(new MessageEvent("message", { data: "ask" }));
  port.close();
  expect([scope.posted, heard, scope.isOver]).toEqual([["answer"], ["ask"], true]);
});
