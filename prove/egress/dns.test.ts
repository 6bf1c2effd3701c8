import { expect, test } from "vitest";
import { readQuestion, writeAnswer } from "./dns.ts";

function query(name: string, type: number): Buffer {
  const labels = name
    .split(".")
    .map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]));
  return Buffer.concat([
    Buffer.from([0xab, 0xcd, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0]),
    ...labels,
    Buffer.from([0, 0, type, 0, 1]),
  ]);
}

test("reads the name in small letters and the type", () => {
  expect(readQuestion(query("Canary.Fetch.TEST", 65))).toEqual({ name: "canary.fetch.test", type: 65 });
});

test.each([[Buffer.alloc(0)], [Buffer.alloc(12)], [query("cut.short.test", 1).subarray(0, 20)]])(
  "does not read what is no question: %j",
  (bytes) => {
    expect(readQuestion(bytes)).toBeUndefined();
  },
);

test("answers an address question with the address, under the same id", () => {
  const asked = query("fetch.test", 1);
  const answer = writeAnswer(asked, { name: "fetch.test", type: 1 }, "10.99.1.7");
  expect(answer.subarray(0, 2)).toEqual(asked.subarray(0, 2));
  expect(answer.readUInt16BE(6)).toBe(1);
  expect(answer.subarray(12, asked.length)).toEqual(asked.subarray(12));
  expect([...answer.subarray(-4)]).toEqual([10, 99, 1, 7]);
});

test("answers any other type with no record, so that nothing waits", () => {
  const asked = query("fetch.test", 28);
  const answer = writeAnswer(asked, { name: "fetch.test", type: 28 }, "10.99.1.7");
  expect(answer.readUInt16BE(6)).toBe(0);
  expect(answer.length).toBe(asked.length);
});
