import { expect, test } from "vitest";
import { createScopePort, createWorkerPort } from "./engine-port.ts";

/** As much of a worker as a port touches. */
class FakeWorker extends EventTarget {
  readonly posted: unknown[] = [];
  isOver = false;
  postMessage(message: unknown): void {
    this.posted.push(message);
  }
  terminate(): void {
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

test("a worker's own end speaks to the page that started it", async () => {
  const { port1, port2 } = new MessageChannel();
  const port = createScopePort(port2);
  port1.start();
  port2.start();
  const heard = new Promise((resolve) => {
    port.listen({ onMessage: resolve, onFailure: () => undefined });
  });
  const answered = new Promise((resolve) => {
    port1.addEventListener("message", ({ data }: MessageEvent<unknown>) => resolve(data));
  });
  port1.postMessage("ask");
  port.post("answer");
  expect(await Promise.all([heard, answered])).toEqual(["ask", "answer"]);
  port.close();
});
